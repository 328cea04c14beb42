using System.Globalization;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What is kept free for a service's containers.</summary>
/// <param name="Memory">Bytes, or <c>null</c>.</param>
/// <param name="Cpus">Number of CPUs, or <c>null</c>.</param>
internal sealed record ResourceReservations(Fact<double>? Memory, Fact<double>? Cpus)
{
    /// <summary>
    /// Reads what a target honours: <c>docker compose</c> knows no reserved CPUs, <c>docker stack deploy</c> no
    /// <c>mem_reservation</c>. What is not known is left out.
    /// </summary>
    internal static ResourceReservations Read(Service service, ComposeTarget target)
    {
        Fact<double>? memory = ReadBytes(service.GetText("deploy", "resources", "reservations", "memory"));
        return target == ComposeTarget.Swarm
            ? new ResourceReservations(
                memory,
                ReadNumber(service.GetText("deploy", "resources", "reservations", "cpus"))
            )
            : new ResourceReservations(memory ?? ReadBytes(service.GetText("mem_reservation")), null);
    }

    private static Fact<double>? ReadBytes(Fact<string>? text) =>
        text is { Certainty: not Certainty.Unknown } && ByteSize.TryParse(text.Value, out double bytes) && bytes > 0
            ? new Fact<double>(bytes, text.Certainty, text.Span, text.Node)
            : null;

    private static Fact<double>? ReadNumber(Fact<string>? text) =>
        text is { Certainty: not Certainty.Unknown }
        && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && number > 0
            ? new Fact<double>(number, text.Certainty, text.Span, text.Node)
            : null;
}
