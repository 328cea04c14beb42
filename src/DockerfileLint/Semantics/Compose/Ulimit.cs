using System.Globalization;

namespace DockerfileLint.Semantics.Compose;

/// <summary>An entry of <c>ulimits</c> that bounds something the host has only so much of.</summary>
/// <param name="Name">Name of the resource.</param>
/// <param name="Hard">The hard limit; -1 for none.</param>
/// <param name="Ceiling">Above this the limit bounds nothing.</param>
internal sealed record Ulimit(string Name, Fact<double> Hard, double Ceiling)
{
    /// <summary>
    /// Open files: the most that kernels allow one process unless they are told otherwise. Processes: the most that a
    /// 64-bit kernel can number. Others, such as locked memory, are bounded by the memory limit.
    /// </summary>
    private static readonly (string Name, double Ceiling)[] Resources = [("nofile", 1 << 20), ("nproc", 1 << 22)];

    /// <summary>Whether the limit is none.</summary>
    internal bool IsUnbounded => Hard.IsCertainly(limit => limit < 0 || limit > Ceiling);

    internal static IEnumerable<Ulimit> Read(Service service)
    {
        foreach ((string name, double ceiling) in Resources)
        {
            Fact<string>? text = service.GetText("ulimits", name, "hard") ?? service.GetText("ulimits", name);
            if (text?.Parse(ParseLimit) is { } hard)
            {
                yield return new Ulimit(name, hard, ceiling);
            }
        }
    }

    private static double? ParseLimit(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double limit)
            ? limit
            : null;
}
