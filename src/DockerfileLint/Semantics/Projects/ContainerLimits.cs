using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Semantics.Projects;

/// <summary>
/// What the control groups of a container bound, as the target of the project sets them. A value of <c>null</c> means
/// that nothing is bound. Immutable.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ContainerLimits
{
    private readonly Service _service;

    private ContainerLimits(Service service, ProjectModel project)
    {
        _service = service;
        bool isSwarm = project.Target == ComposeTarget.Swarm;
        ResourceLimits limits = service.GetLimits(project.Target);
        Memory = Create(limits.Memory);
        MemoryReservation = Create(
            service.GetAmount(Facts.ParseBytes, "deploy", "resources", "reservations", "memory")
                ?? (isSwarm ? null : service.GetAmount(Facts.ParseBytes, "mem_reservation"))
        );
        Cpus = Create(limits.Cpus);
        Pids = Create(limits.Pids);
        Swap = FindSwap(isSwarm ? null : service.GetText("memswap_limit"));
        BlockIo = FindBlockIo(isSwarm);
    }

    /// <summary>Bytes of memory.</summary>
    public EffectiveFact<double?> Memory { get; }

    /// <summary>Bytes of memory that are kept for the container where memory is short.</summary>
    public EffectiveFact<double?> MemoryReservation { get; }

    /// <summary>
    /// Bytes of swap beside the memory: as many as there are of memory where nothing sets them, any number where memory
    /// is not bound.
    /// </summary>
    public EffectiveFact<double?> Swap { get; }

    /// <summary>Number of CPUs.</summary>
    public EffectiveFact<double?> Cpus { get; }

    /// <summary>Number of processes and threads.</summary>
    public EffectiveFact<double?> Pids { get; }

    /// <summary>Whether the rate of reading or writing is bound for at least one device.</summary>
    public EffectiveFact<bool> BlockIo { get; }

    internal static ContainerLimits Find(Service service, ProjectModel project) => new(service, project);

    private EffectiveFact<double?> Create(Fact<double>? amount) =>
        amount is { } set
            ? FactSteps.Create(_service, set.Select(value => (double?)value))
            : FactSteps.Create(_service, (double?)null);

    private EffectiveFact<double?> FindSwap(Fact<string>? written)
    {
        Fact<double>? total = written?.Parse(Facts.ParseBytes) ?? written?.Parse(Facts.ParseNumber);
        if (total is not { } set || set.IsCertainly(0))
        {
            return Memory;
        }

        return FactSteps.Create(
            _service,
            set.Select(value =>
                value < 0 ? (double?)null
                : Memory.ValueOr(null) is { } memory ? Math.Max(0, value - memory)
                : value
            )
        );
    }

    // `docker stack deploy` does not know the key.
    private EffectiveFact<bool> FindBlockIo(bool isSwarm) =>
        !isSwarm && BlockIoLimits.AreSet(_service) && _service.Value.Find("blkio_config") is { } entry
            ? new EffectiveFact<bool>(
                value: true,
                Certainty.Known,
                FactSteps.Of(_service).Set(_service, entry.NameSpan)
            )
            : FactSteps.Create(_service, value: false);
}
