using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A service as it will run, as far as its file tells.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class Service
{
    private ServiceImage? _image;
    private ServiceBuild? _build;
    private IReadOnlyList<Mount>? _mounts;
    private IReadOnlyList<ServiceHook>? _hooks;
    private IReadOnlyList<ServicePort>? _ports;
    private IReadOnlyList<ServiceDevice>? _devices;
    private ResourceLimits? _limits;
    private ResourceLimits? _swarmLimits;

    internal Service(
        ComposeModel model,
        ComposeEntry entry,
        ComposeMapping value,
        OpenVariables openVariables = default
    )
    {
        Model = model;
        Entry = entry;
        Value = value;
        OpenVariables = openVariables;
    }

    /// <summary>The file's model.</summary>
    public ComposeModel Model { get; }

    /// <summary>Name and definition.</summary>
    public ComposeEntry Entry { get; }

    /// <summary>The service as the file that introduces it writes it.</summary>
    public ServiceSyntax Syntax => new(Name, Entry.Pair!, (YamlMappingSyntax)Value.Syntax);

    /// <summary>The effective definition: everything that the service sets, wherever it is written.</summary>
    public ComposeMapping Value { get; }

    /// <summary>The name.</summary>
    public string Name => Entry.Name;

    /// <summary>Where the name is written: the place for findings about something that is missing.</summary>
    public SourceSpan NameSpan => Entry.NameSpan;

    /// <summary>
    /// Whether all that the service sets is known: it is a container of its own, extends nothing out of reach, and its
    /// file is no override of one that is not seen. Only then does it tell anything that a key is missing.
    /// </summary>
    public bool IsComplete =>
        (Image is not null || Build is not null)
        && IsRead
        && IsResolved
        && !(Model.IsFragment && IsOverride(Model.File.Path));

    /// <summary>Whether all that is written of the service could be read.</summary>
    internal bool IsRead => Value.Syntax is not YamlMappingSyntax { IsIncomplete: true };

    /// <summary>What the variables that files leave open are taken for in this reading of the service.</summary>
    internal OpenVariables OpenVariables { get; }

    /// <summary>Whether the service extends nothing out of reach.</summary>
    internal bool IsResolved => !Model.Project.IsUnresolved(Name);

    /// <summary>
    /// The profiles that the service belongs to. With any, Compose runs it only where one of them is asked for.
    /// </summary>
    public IEnumerable<Fact<string>> Profiles => GetTexts("profiles");

    /// <summary>The value of <c>image</c>, or <c>null</c>.</summary>
    public ServiceImage? Image =>
        GetInterpolated("image") is { } text
            ? _image ?? InterlockedOperations.Initialize(ref _image, new ServiceImage(text))
            : null;

    /// <summary>The value of <c>build</c>, or <c>null</c>.</summary>
    public ServiceBuild? Build =>
        _build
        ?? (
            Value.Find("build") is { } entry && ServiceBuild.Create(entry) is { } build
                ? InterlockedOperations.Initialize(ref _build, build)
                : null
        );

    /// <summary>The value of <c>user</c>, or <c>null</c> where the image decides.</summary>
    public Fact<UserSpecification>? User => Facts.GetUser(Value);

    /// <summary>
    /// Whether the container is privileged, or <c>null</c> where nothing says so. Hooks have their own.
    /// </summary>
    public Fact<bool>? Privileged => GetBoolean("privileged");

    /// <summary>Whether the root file system is read-only, or <c>null</c> where nothing says so.</summary>
    public Fact<bool>? ReadOnly => GetBoolean("read_only");

    /// <summary>
    /// Whether the engine's socket and the caller's registry credentials are given to the container, or <c>null</c>
    /// where nothing says so.
    /// </summary>
    public Fact<bool>? UsesApiSocket => GetBoolean("use_api_socket");

    /// <summary>The PID namespace, or <c>null</c> for the default, a private one.</summary>
    public NamespaceSetting? Pid => GetNamespace("pid");

    /// <summary>The IPC namespace, or <c>null</c> for the default, a private one.</summary>
    public NamespaceSetting? Ipc => GetNamespace("ipc");

    /// <summary>The network namespace, or <c>null</c> for the default, a private one.</summary>
    public NamespaceSetting? Network => GetNamespace("network_mode");

    /// <summary>The UTS namespace, or <c>null</c> for the default, a private one.</summary>
    public NamespaceSetting? Uts => GetNamespace("uts");

    /// <summary>The user namespace, or <c>null</c> where the engine decides.</summary>
    public NamespaceSetting? UserNamespace => GetNamespace("userns_mode");

    /// <summary>The cgroup namespace, or <c>null</c> where the engine decides.</summary>
    public NamespaceSetting? CgroupNamespace => GetNamespace("cgroup");

    /// <summary>Added capabilities: upper case without <c>CAP_</c>.</summary>
    public IEnumerable<Fact<string>> AddedCapabilities => GetCapabilities("cap_add");

    /// <summary>Dropped capabilities: upper case without <c>CAP_</c>.</summary>
    public IEnumerable<Fact<string>> DroppedCapabilities => GetCapabilities("cap_drop");

    /// <summary>The entries of <c>security_opt</c>, taken apart at <c>=</c> or <c>:</c>.</summary>
    public IEnumerable<Fact<SecurityOption>> SecurityOptions =>
        GetTexts("security_opt").Select(text => text.Select(SecurityOption.Parse));

    /// <summary>The entries of <c>volumes</c> and <c>tmpfs</c>.</summary>
    public IReadOnlyList<Mount> Mounts =>
        _mounts ?? InterlockedOperations.Initialize(ref _mounts, MountReader.Read(this));

    /// <summary>The entries of <c>devices</c>.</summary>
    public IReadOnlyList<ServiceDevice> Devices =>
        _devices
        ?? InterlockedOperations.Initialize(
            ref _devices,
            [.. Value.GetItems("devices").Select(ServiceDevice.Create).OfType<ServiceDevice>()]
        );

    /// <summary>The entries of <c>ports</c>.</summary>
    public IReadOnlyList<ServicePort> Ports =>
        _ports
        ?? InterlockedOperations.Initialize(
            ref _ports,
            [.. Value.GetItems("ports").Select(ServicePort.Create).OfType<ServicePort>()]
        );

    /// <summary>
    /// The entries of <c>pre_start</c>, <c>post_start</c> and <c>pre_stop</c>, and what <c>develop.watch</c> runs.
    /// </summary>
    public IReadOnlyList<ServiceHook> Hooks =>
        _hooks ?? InterlockedOperations.Initialize(ref _hooks, ServiceHook.Read(Value));

    /// <summary>
    /// The limits that a target sets: <c>docker compose</c> those below <c>deploy</c>, else the service's own keys;
    /// <c>docker stack deploy</c> only those below <c>deploy</c>.
    /// </summary>
    public ResourceLimits GetLimits(ComposeTarget target) => target == ComposeTarget.Swarm ? SwarmLimits : Limits;

    private ResourceLimits Limits =>
        _limits
        ?? InterlockedOperations.Initialize(
            ref _limits,
            new ResourceLimits(
                GetAmount(Facts.ParseBytes, "deploy", "resources", "limits", "memory")
                    ?? GetAmount(Facts.ParseBytes, "mem_limit"),
                GetAmount(Facts.ParseNumber, "deploy", "resources", "limits", "cpus")
                    ?? GetAmount(Facts.ParseNumber, "cpus")
                    ?? GetCpuQuota(),
                GetAmount(Facts.ParseNumber, "deploy", "resources", "limits", "pids")
                    ?? GetAmount(Facts.ParseNumber, "pids_limit")
            )
        );

    private ResourceLimits SwarmLimits =>
        _swarmLimits
        ?? InterlockedOperations.Initialize(
            ref _swarmLimits,
            new ResourceLimits(
                GetAmount(Facts.ParseBytes, "deploy", "resources", "limits", "memory"),
                GetAmount(Facts.ParseNumber, "deploy", "resources", "limits", "cpus"),
                GetAmount(Facts.ParseNumber, "deploy", "resources", "limits", "pids")
            )
        );

    /// <summary>
    /// The text of a scalar below a path of keys; <c>null</c> where it is missing, null or no scalar.
    /// </summary>
    public Fact<string>? GetText(params string[] path) => GetInterpolated(path)?.Whole;

    /// <summary>The items below a path of keys that leads to a list of texts or a single one.</summary>
    public IEnumerable<Fact<string>> GetTexts(params string[] path) => Facts.GetTexts(Value, path);

    /// <summary>
    /// The items below a path of keys that leads to a list or a single value, in short or long form each.
    /// </summary>
    public IReadOnlyList<ComposeNode> GetItems(params string[] path) => Value.GetItems(path);

    /// <summary>
    /// The entries below a path of keys that leads to a mapping or a list of <c>KEY=VALUE</c>: <c>environment</c>,
    /// <c>labels</c> …
    /// </summary>
    public IEnumerable<ComposeKeyValue> GetKeyValues(params string[] path) => Value.GetKeyValues(path);

    /// <summary>
    /// A truth value in any spelling that Compose takes; <c>null</c> where it is missing or no truth value.
    /// </summary>
    public Fact<bool>? GetBoolean(params string[] path) => GetText(path)?.Parse(Facts.ParseBoolean);

    /// <summary>The setting of a namespace key of this service, or <c>null</c>.</summary>
    public NamespaceSetting? GetNamespace(string key) =>
        GetInterpolated(key) is { } text ? new NamespaceSetting(this, key, text) : null;

    /// <summary>A definition at top level, as the service sees it; <c>null</c> where there is none.</summary>
    internal ComposeEntry? FindDefinition(string section, string name) =>
        Model.FindDefinition(section, name) is { } entry
            ? OpenVariables == OpenVariables.Unknown
                ? entry
                : entry.With(OpenVariables)
            : null;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>
    /// An amount below a path of keys; <c>null</c> where nothing sets one, or what sets it means none: zero and below.
    /// </summary>
    internal Fact<double>? GetAmount(Func<string, double?> parse, params string[] path) =>
        GetText(path)?.Parse(parse) is { } amount && amount.MayBe(value => value > 0) ? amount : null;

    /// <summary>
    /// The service with another reading of the variables that files leave open; <c>null</c> where that makes no
    /// difference.
    /// </summary>
    internal Service? With(OpenVariables open) =>
        Model.MayHaveVariables && (open == OpenVariables.Unset || Value.Scope.Environment.HasAbove)
            ? new Service(Model, Entry, (ComposeMapping)Value.With(open), open)
            : null;

    /// <summary>
    /// Where the service takes in a value that is written outside of it: the alias, merge key, <c>extends</c> or
    /// <c>include</c>; <c>null</c> where it is written in the service itself.
    /// </summary>
    internal SourceSpan? FindUse(SourceSpan span)
    {
        bool isInside = NameSpan.File == span.File && Entry.Syntax.Span.Contains(span.Span);
        int budget = AnalysisBudget.MaxUseNodes;
        return isInside ? null : FindUse(Value, span, 0, ref budget);
    }

    private static SourceSpan? FindUse(ComposeNode? node, SourceSpan span, int depth, ref int budget)
    {
        if (node is null || budget-- <= 0)
        {
            return null;
        }

        if (node.Via is { } via && node.File == span.File && node.Span.Span.Contains(span.Span))
        {
            while (via.Next is not null)
            {
                via = via.Next;
            }

            return via.Span;
        }

        SourceSpan? use = null;
        if (depth < AnalysisBudget.MaxUseDepth && node is ComposeMapping mapping)
        {
            foreach (ComposeEntry entry in mapping.Entries)
            {
                use ??= FindUse(entry.Value, span, depth + 1, ref budget);
            }
        }
        else if (depth < AnalysisBudget.MaxUseDepth && node is ComposeSequence sequence)
        {
            foreach (ComposeNode item in sequence.Items)
            {
                use ??= FindUse(item, span, depth + 1, ref budget);
            }
        }

        return use;
    }

    // `compose.prod.yaml` may well be the whole project; an override never is.
    private static bool IsOverride(string path) =>
        path.IndexOf(
            ".override.",
            Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1,
            StringComparison.OrdinalIgnoreCase
        ) >= 0;

    private InterpolatedText? GetInterpolated(params string[] path) => Value.GetScalar(path)?.Text;

    private IEnumerable<Fact<string>> GetCapabilities(string key) =>
        GetTexts(key).Select(capability => capability.Select(Capabilities.Normalize));

    private Fact<double>? GetCpuQuota()
    {
        const double defaultPeriod = 100_000;
        Fact<double>? period = GetAmount(Facts.ParseNumber, "cpu_period");
        return GetAmount(Facts.ParseNumber, "cpu_quota") is not { } quota ? null
            : period is { } own ? quota.Combine(own, (time, span) => time / span)
            : quota.Select(time => time / defaultPeriod);
    }
}
