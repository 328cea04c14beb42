using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>
/// What really runs for a service: the image that its build leaves, with the service's own settings on top. Properties
/// are computed when they are asked for, and then are the same for all threads.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class EffectiveContainer
{
    private static readonly string[] SecretSections = ["secrets", "configs"];

    private ContainerImage? _image;
    private ContainerUser? _user;
    private ContainerUser? _imageUser;
    private object? _namespaces;
    private object? _mounts;
    private ContainerLimits? _limits;
    private ContainerConfinement? _confinement;
    private ContainerCapabilities? _capabilities;

    internal EffectiveContainer(ProjectModel project, Service service)
    {
        Project = project;
        Service = service;
    }

    /// <summary>The project.</summary>
    public ProjectModel Project { get; }

    /// <summary>The service.</summary>
    public Service Service { get; }

    /// <summary>The name of the service.</summary>
    public string Name => Service.Name;

    /// <summary>The image, and the build that makes it.</summary>
    public ContainerImage Image => _image ?? InterlockedOperations.Initialize(ref _image, Project.FindImage(Service));

    /// <summary>
    /// The builds of the project that make the image: its own, and behind it that of the service whose image it starts
    /// from, and so on.
    /// </summary>
    internal IEnumerable<ResolvedBuild> Builds
    {
        get
        {
            EffectiveContainer? container = this;
            for (
                int depth = 0;
                container?.Image.Build is { } build && depth < AnalysisBudget.MaxNamespaceChain;
                depth++
            )
            {
                yield return build;
                container =
                    build.Stage is { } stage && ResolvedBuild.FindServiceContext(stage) is { } name
                        ? Project.FindContainer(name)
                        : null;
            }
        }
    }

    /// <summary>Who runs the container.</summary>
    public ContainerUser User => _user ?? InterlockedOperations.Initialize(ref _user, ContainerUser.Find(this));

    /// <summary>Who would run it if the service set no user.</summary>
    public ContainerUser ImageUser =>
        _imageUser ?? InterlockedOperations.Initialize(ref _imageUser, ContainerUser.FindOfImage(this, depth: 0));

    /// <summary>The seven namespaces, in the order of <see cref="NamespaceKind"/>.</summary>
    public ImmutableArray<ContainerNamespace> Namespaces =>
        (ImmutableArray<ContainerNamespace>)(
            _namespaces
            ?? InterlockedOperations.Initialize(ref _namespaces, (object)ContainerNamespace.ReadAll(Service, Project))
        );

    /// <summary>What its control groups bound.</summary>
    public ContainerLimits Limits =>
        _limits ?? InterlockedOperations.Initialize(ref _limits, ContainerLimits.Find(Service, Project));

    /// <summary>What keeps it from the kernel and from its own image.</summary>
    public ContainerConfinement Confinement =>
        _confinement ?? InterlockedOperations.Initialize(ref _confinement, ContainerConfinement.Find(Service, Project));

    /// <summary>Its capabilities.</summary>
    public ContainerCapabilities Capabilities =>
        _capabilities ?? InterlockedOperations.Initialize(ref _capabilities, ContainerCapabilities.Find(this));

    /// <summary>Its mounts, those that it takes over with <c>volumes_from</c> among them.</summary>
    public ImmutableArray<ContainerMount> Mounts =>
        (ImmutableArray<ContainerMount>)(
            _mounts ?? InterlockedOperations.Initialize(ref _mounts, (object)ContainerMount.FindAll(Service))
        );

    /// <summary>The mounts that show it a path of the host.</summary>
    public IEnumerable<ContainerMount> HostMounts => Mounts.Where(mount => mount.Mount.HostPath is not null);

    /// <summary>The sockets through which it gives orders to an engine: by a mount, or by the key for it.</summary>
    public IEnumerable<EffectiveFact<string>> EngineSockets
    {
        get
        {
            foreach (ContainerMount mount in Mounts)
            {
                if (mount.IsEngineSocket)
                {
                    Fact<string> path = mount.Mount.HostPath ?? mount.Mount.Source!.Value;
                    yield return new EffectiveFact<string>(
                        path.ValueOr(null),
                        path.Certainty,
                        mount.Steps,
                        path.DisplayText
                    );
                }
            }

            if (Service.UsesApiSocket is { } api && api.MayBe(value: true))
            {
                yield return FactSteps.Create(Service, api.As("/var/run/docker.sock"));
            }
        }
    }

    /// <summary>The devices that it gets; a privileged container gets all of the host.</summary>
    public IEnumerable<ServiceDevice> Devices => Project.Honours("devices") ? Service.Devices : [];

    /// <summary>The ports that it publishes: none where it has no network of its own.</summary>
    public IEnumerable<ServicePort> PublishedPorts =>
        Namespaces[(int)NamespaceKind.Network].Owner.IsCertainly(NamespaceOwner.Own) ? Service.Ports : [];

    /// <summary>The secrets and configs that it gets, each where the service names it.</summary>
    public IEnumerable<Fact<string>> Secrets
    {
        get
        {
            foreach (string section in SecretSections)
            {
                foreach (ComposeNode item in Service.GetItems(section))
                {
                    if (
                        (item as ComposeScalar ?? (item as ComposeMapping)?.GetScalar("source")) is
                        { IsNull: false } source
                    )
                    {
                        yield return source.Text.Whole;
                    }
                }
            }
        }
    }

    /// <summary>
    /// The health check: <c>true</c> where one runs, <c>false</c> where none does; unknown where an image decides that
    /// no file tells of.
    /// </summary>
    public EffectiveFact<bool> Healthcheck
    {
        get
        {
            if (
                Service.Value.Find("healthcheck") is { Value: ComposeMapping check } entry
                && FindOwnHealthcheck(check) is { } isEnabled
            )
            {
                return new EffectiveFact<bool>(
                    isEnabled.ValueOr(ifUnknown: false),
                    isEnabled.Certainty,
                    FactSteps.Of(Service).Set(Service, entry.NameSpan)
                );
            }

            return Configuration is not null
                ? CreateOfImage(static image => image.Healthcheck, ifNothing: false)
                : FactSteps.Create(Service, value: false, Certainty.Unknown);
        }
    }

    /// <summary>Whether the service itself says whether and how its health is checked.</summary>
    internal bool HasOwnHealthcheck =>
        Service.Value.Find("healthcheck") is { Value: ComposeMapping check } && FindOwnHealthcheck(check) is not null;

    /// <summary>The entry point as it is written; unknown where an image decides that no file tells of.</summary>
    public EffectiveFact<string> Entrypoint => Find("entrypoint", static image => image.Entrypoint);

    /// <summary>
    /// The command as it is written; unknown where an image decides that no file tells of, and empty where the service
    /// sets an entry point and no command.
    /// </summary>
    public EffectiveFact<string> Command =>
        IsSet("entrypoint") && !IsSet("command")
            ? new EffectiveFact<string>(
                "",
                Certainty.Known,
                FactSteps.Of(Service).Set(Service, Service.Value.Find("entrypoint")!.NameSpan)
            )
            : Find("command", static image => image.Command, endsAt: static image => image.Entrypoint is not null);

    /// <summary>The working directory; unknown where an image decides that no file tells of.</summary>
    public EffectiveFact<string> WorkingDirectory => Find("working_dir", image => image.WorkingDirectory);

    /// <summary>The signal that ends it; unknown where an image decides that no file tells of.</summary>
    public EffectiveFact<string> StopSignal => Find("stop_signal", image => image.StopSignal);

    /// <summary>
    /// The variables by name that the image and the key <c>environment</c> set, in ordinal order; those of
    /// <c>env_file</c> are not among them.
    /// </summary>
    public ImmutableSortedDictionary<string, EffectiveFact<string>> Environment
    {
        get
        {
            ImmutableSortedDictionary<string, EffectiveFact<string>>.Builder variables =
                ImmutableSortedDictionary.CreateBuilder<string, EffectiveFact<string>>(StringComparer.Ordinal);
            foreach ((EffectiveContainer container, ImmutableArray<FactStep> steps) in FindImages().Reverse())
            {
                foreach (KeyValuePair<string, Fact<string>> pair in container.Configuration!.Environment)
                {
                    variables[pair.Key] = container.CreateOfText(pair.Value, steps);
                }
            }

            foreach (ComposeKeyValue pair in Service.GetKeyValues("environment"))
            {
                if (pair.Name.Length > 0)
                {
                    variables[pair.Name] = pair.Text is { } text
                        ? FactSteps.Create(Service, text.Whole)
                        : new EffectiveFact<string>(
                            null,
                            Certainty.Unknown,
                            FactSteps.Of(Service).Set(Service, pair.NameSpan)
                        );
                }
            }

            return variables.ToImmutable();
        }
    }

    /// <summary>The ports that its image names with EXPOSE; none are known of an image that no file tells of.</summary>
    public IEnumerable<EffectiveFact<string>> ExposedPorts =>
        FindImages()
            .SelectMany(image =>
                image.Container.Configuration!.Ports.Select(port => image.Container.CreateOfText(port, image.Steps))
            );

    /// <summary>The paths that its image names with VOLUME.</summary>
    public IEnumerable<EffectiveFact<string>> ImageVolumes =>
        FindImages()
            .SelectMany(image =>
                image.Container.Configuration!.Volumes.Select(volume =>
                    image.Container.CreateOfText(volume, image.Steps)
                )
            );

    private ImageConfiguration? Configuration => Image.Configuration;

    /// <summary>The name of the service.</summary>
    public override string ToString() => Name;

    /// <summary>What a healthcheck of the service says; <c>null</c> where it leaves the test to the image.</summary>
    private static Fact<bool>? FindOwnHealthcheck(ComposeMapping check)
    {
        if (Facts.GetBoolean(check, "disable") is { } disable && !disable.IsCertainly(value: false))
        {
            return disable.Select(isDisabled => !isDisabled);
        }

        return Facts.GetTexts(check, "test").Select(text => (Fact<string>?)text).FirstOrDefault() is { } first
            ? first.Select(word => word != "NONE")
            : null;
    }

    private bool IsSet(string key) =>
        Service.Value.Find(key) is { Value: not (null or ComposeScalar { IsNull: true }) };

    /// <summary>What the service sets, else the image.</summary>
    private EffectiveFact<string> Find(
        string key,
        Func<ImageConfiguration, Fact<string>?> ofImage,
        Func<ImageConfiguration, bool>? endsAt = null
    )
    {
        if (IsSet(key))
        {
            ComposeEntry entry = Service.Value.Find(key)!;
            return entry.Value is ComposeScalar scalar
                ? FactSteps.Create(Service, scalar.Text.Whole)
                : new EffectiveFact<string>(
                    entry.Value!.ToString(),
                    Certainty.Known,
                    FactSteps.Of(Service).Set(Service, entry.Value.Span)
                );
        }

        return Configuration is not null
            ? CreateOfImage(ofImage, ifNothing: "", endsAt)
            : FactSteps.Create(Service, "", Certainty.Unknown);
    }

    /// <summary>
    /// What the image says, or the image of another service that it is built on; where none says anything, the base
    /// may.
    /// </summary>
    /// <param name="select">What an image says, or <c>null</c>.</param>
    /// <param name="ifNothing">What holds where it is known that none says anything.</param>
    /// <param name="endsAt">Whether an image without a word hides what those below it say.</param>
    private EffectiveFact<T> CreateOfImage<T>(
        Func<ImageConfiguration, Fact<T>?> select,
        T ifNothing,
        Func<ImageConfiguration, bool>? endsAt = null
    )
    {
        EffectiveContainer last = this;
        ImmutableArray<FactStep> steps = [];
        foreach ((EffectiveContainer container, ImmutableArray<FactStep> way) in FindImages())
        {
            (last, steps) = (container, way);
            if (select(container.Configuration!) is { } set)
            {
                return container.CreateOfText(set, steps);
            }

            if (endsAt?.Invoke(container.Configuration!) == true)
            {
                break;
            }
        }

        bool isComplete = last.Configuration!.IsComplete;
        return new EffectiveFact<T>(ifNothing, isComplete ? Certainty.Known : Certainty.Unknown, steps);
    }

    private EffectiveFact<T> CreateOfText<T>(Fact<T> set, ImmutableArray<FactStep> steps) =>
        new(
            set.ValueOr(default),
            set.Certainty,
            steps.Add(new FactStep(Image.Build!.Map(set.Span), "It is set here.")),
            set.DisplayText
        );

    /// <summary>
    /// The image that a file of the project tells of, and those of other services that it is built on in turn, each
    /// with the steps to it.
    /// </summary>
    private IEnumerable<(EffectiveContainer Container, ImmutableArray<FactStep> Steps)> FindImages()
    {
        ImmutableArray<FactStep> steps = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        EffectiveContainer? current = this;
        while (
            current?.Configuration is not null
            && seen.Count < AnalysisBudget.MaxNamespaceChain
            && seen.Add(current.Name)
        )
        {
            ResolvedBuild build = current.Image.Build!;
            steps = steps.AddRange(FactSteps.Of(current.Service).Built(build));
            yield return (current, steps);
            current = ResolvedBuild.FindServiceContext(build.Stage!) is { } name ? Project.FindContainer(name) : null;
        }
    }
}
