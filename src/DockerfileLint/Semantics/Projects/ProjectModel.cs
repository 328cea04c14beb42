using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>
/// A Compose project together with the Dockerfiles that its services are built from. Immutable for those who look; what
/// is computed on first demand is the same for all threads.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ProjectModel
{
    private readonly ProjectSources _sources;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly OnDemandTable<BuildSlot> _builds;
    private ImageBuilders? _builders;
    private NamespaceJoins? _joins;

    internal ProjectModel(ComposeModel compose, ProjectSources sources, ComposeTarget target)
    {
        Compose = compose;
        Target = target;
        _sources = sources;
        _builds = new OnDemandTable<BuildSlot>(compose.Services.Count);
        Containers = [.. compose.Services.Select(service => new EffectiveContainer(this, service))];
        for (int i = 0; i < Containers.Length; i++)
        {
            _numbers[Containers[i].Name] = i;
        }
    }

    /// <summary>The Compose files.</summary>
    public ComposeModel Compose { get; }

    /// <summary>What runs the project.</summary>
    public ComposeTarget Target { get; }

    /// <summary>What runs for each service, in the order of the services.</summary>
    public ImmutableArray<EffectiveContainer> Containers { get; }

    /// <summary>What single rules ask of the model.</summary>
    internal ModelIndexes Indexes { get; } = new();

    /// <summary>Which services join namespaces of others.</summary>
    internal NamespaceJoins Joins => _joins ?? InterlockedOperations.Initialize(ref _joins, new NamespaceJoins(this));

    /// <summary>
    /// Makes the model of a project. Cheap: Dockerfiles are read and facts computed when they are asked for.
    /// </summary>
    /// <param name="compose">The Compose files.</param>
    /// <param name="files">The files beside them.</param>
    /// <param name="target">What runs the project.</param>
    /// <param name="budget">What a Dockerfile may cost, or <c>null</c> for the default.</param>
    /// <param name="cancellation">Ends what is computed on demand.</param>
    public static ProjectModel Create(
        ComposeModel compose,
        ISourceFiles files,
        ComposeTarget target = ComposeTarget.Compose,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default
    ) =>
        new(
            compose ?? throw new ArgumentNullException(nameof(compose)),
            ProjectSources.Create(files ?? throw new ArgumentNullException(nameof(files)), budget, cancellation),
            target
        );

    /// <summary>What runs for a service, or <c>null</c> where there is no such service.</summary>
    public EffectiveContainer? FindContainer(string service) =>
        _numbers.TryGetValue(service, out int number) ? Containers[number] : null;

    /// <summary>The build of a service, or <c>null</c> where it has none.</summary>
    public ResolvedBuild? FindBuild(Service service)
    {
        if (service is null)
        {
            throw new ArgumentNullException(nameof(service));
        }

        return service.Build is not null && _numbers.TryGetValue(service.Name, out int number)
            ? _builds
                .Get(
                    number,
                    (Service: service, Sources: _sources),
                    static each => new BuildSlot(ResolvedBuild.Find(each.Service, each.Sources)),
                    _sources.Cancellation
                )
                .Build
            : null;
    }

    /// <summary>Whether what runs the project does anything with a key of a service.</summary>
    internal bool Honours(string key) => Target != ComposeTarget.Swarm || !SwarmKeys.IsIgnored(key);

    /// <summary>Where the image of a service comes from.</summary>
    internal ContainerImage FindImage(Service service)
    {
        Fact<string>? reference = service.Image?.Text.Whole;
        if (FindBuild(service) is { } own)
        {
            return new ContainerImage(reference, own, builder: null);
        }

        ImageBuilders builders =
            _builders ?? InterlockedOperations.Initialize(ref _builders, new ImageBuilders(Compose));
        return builders.Find(service) is { } builder
            ? new ContainerImage(reference, FindBuild(builder), builder)
            : new ContainerImage(reference, build: null, builder: null);
    }

    private sealed record BuildSlot(ResolvedBuild? Build);
}
