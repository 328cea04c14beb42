namespace DockerfileLint.Semantics.Compose;

/// <summary>What is kept free for a service's containers.</summary>
/// <param name="Memory">Bytes, or <c>null</c>.</param>
/// <param name="Cpus">Number of CPUs, or <c>null</c>.</param>
internal sealed record ResourceReservations(Fact<double>? Memory, Fact<double>? Cpus)
{
    /// <summary>
    /// Reads what a target honours: <c>docker compose</c> knows no reserved CPUs, <c>docker stack deploy</c> no
    /// <c>mem_reservation</c>.
    /// </summary>
    internal static ResourceReservations Read(Service service, ComposeTarget target)
    {
        Fact<double>? memory = service.GetAmount(Facts.ParseBytes, "deploy", "resources", "reservations", "memory");
        return target == ComposeTarget.Swarm
            ? new ResourceReservations(
                memory,
                service.GetAmount(Facts.ParseNumber, "deploy", "resources", "reservations", "cpus")
            )
            : new ResourceReservations(memory ?? service.GetAmount(Facts.ParseBytes, "mem_reservation"), null);
    }
}
