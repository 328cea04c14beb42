using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>What the kernel tells apart between containers.</summary>
[Experimental(ExperimentalApi.Id)]
public enum NamespaceKind
{
    /// <summary>Mounts.</summary>
    Mount,

    /// <summary>Interfaces, addresses, ports.</summary>
    Network,

    /// <summary>Processes.</summary>
    Pid,

    /// <summary>Shared memory, semaphores, message queues.</summary>
    Ipc,

    /// <summary>The names of host and domain.</summary>
    Uts,

    /// <summary>Ids of users and groups.</summary>
    User,

    /// <summary>The tree of control groups.</summary>
    Cgroup,
}

/// <summary>Whose namespace a container lives in.</summary>
[Experimental(ExperimentalApi.Id)]
public enum NamespaceOwner
{
    /// <summary>Its own.</summary>
    Own,

    /// <summary>The host's.</summary>
    Host,

    /// <summary>That of another container.</summary>
    Shared,

    /// <summary>Its own, with nothing in it: no network, or no shared memory.</summary>
    Empty,

    /// <summary>
    /// What the engine is configured for: the user namespace is the host's unless the engine remaps ids, the cgroup
    /// namespace the container's own on version 2 of control groups.
    /// </summary>
    Engine,
}

/// <summary>A namespace of a container. Immutable.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ContainerNamespace
{
    private static readonly string?[] Keys = [null, "network_mode", "pid", "ipc", "uts", "userns_mode", "cgroup"];

    private ContainerNamespace(
        NamespaceKind kind,
        EffectiveFact<NamespaceOwner> owner,
        string? sharedWith,
        ImmutableArray<string> joinedBy
    )
    {
        Kind = kind;
        Owner = owner;
        SharedWith = sharedWith;
        JoinedBy = joinedBy;
    }

    /// <summary>Which one.</summary>
    public NamespaceKind Kind { get; }

    /// <summary>Whose it is, after all joined services are followed.</summary>
    public EffectiveFact<NamespaceOwner> Owner { get; }

    /// <summary>
    /// The service whose namespace is joined, at the end of the chain, or a container that is no service of the
    /// project, as it is written; <c>null</c> where none is joined.
    /// </summary>
    public string? SharedWith { get; }

    /// <summary>The services that join this namespace by name, in order.</summary>
    public ImmutableArray<string> JoinedBy { get; }

    /// <summary>The owner, and with whom it is shared.</summary>
    public override string ToString() =>
        Owner.Certainty == Certainty.Unknown ? "unknown"
        : SharedWith is null ? Owner.DisplayText
        : $"{Owner.DisplayText} with {SharedWith}";

    internal static ImmutableArray<ContainerNamespace> ReadAll(Service service, ProjectModel project) =>
        [.. Keys.Select((key, kind) => Read((NamespaceKind)kind, key, service, project))];

    private static ContainerNamespace Read(NamespaceKind kind, string? key, Service service, ProjectModel project)
    {
        // Each container has mounts of its own, whatever they show.
        if (key is null)
        {
            return new ContainerNamespace(kind, FactSteps.Create(service, NamespaceOwner.Own), sharedWith: null, []);
        }

        EffectiveFact<NamespaceOwner> owner = Follow(kind, key, service, project, out string? sharedWith);
        return new ContainerNamespace(kind, owner, sharedWith, project.Joins.Find(key, service.Name));
    }

    private static EffectiveFact<NamespaceOwner> Follow(
        NamespaceKind kind,
        string key,
        Service service,
        ProjectModel project,
        out string? sharedWith
    )
    {
        sharedWith = null;
        ImmutableArray<FactStep> steps = FactSteps.Of(service);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Certainty certainty = Certainty.Known;
        for (Service current = service; ; )
        {
            NamespaceSetting? setting = project.Honours(key) ? current.GetNamespace(key) : null;
            if (setting is null)
            {
                (NamespaceOwner owner, SourceSpan? place) = GetDefault(kind, current);
                steps = place is { } network ? steps.Set(current, network) : steps;
                return new EffectiveFact<NamespaceOwner>(GetShared(owner, sharedWith), certainty, steps);
            }

            steps = steps.Set(current, setting.Span);
            if (!setting.Mode.TryGetValue(out NamespaceMode mode))
            {
                return new EffectiveFact<NamespaceOwner>(default, Certainty.Unknown, steps, setting.Text.DisplayText);
            }

            certainty = setting.Mode.Certainty > certainty ? setting.Mode.Certainty : certainty;
            if (mode is not (NamespaceMode.Service or NamespaceMode.Container))
            {
                return new EffectiveFact<NamespaceOwner>(
                    GetShared(GetOwner(kind, mode), sharedWith),
                    mode == NamespaceMode.Other && kind != NamespaceKind.Network ? Certainty.Unknown : certainty,
                    steps,
                    mode == NamespaceMode.Other && kind != NamespaceKind.Network ? setting.Text.DisplayText : null
                );
            }

            sharedWith = setting.Target?.Name ?? setting.TargetName?.DisplayText;
            if (
                setting.Target is not { } target
                || !seen.Add(target.Name)
                || target == service
                || seen.Count > AnalysisBudget.MaxNamespaceChain
            )
            {
                return new EffectiveFact<NamespaceOwner>(
                    NamespaceOwner.Shared,
                    setting.TargetName.TryGetValue(out _) ? certainty : Certainty.Unknown,
                    steps
                );
            }

            current = target;
        }
    }

    /// <summary>Who joins a container's own namespace shares it; who joins the host's lives in that.</summary>
    private static NamespaceOwner GetShared(NamespaceOwner owner, string? sharedWith) =>
        sharedWith is not null && owner is NamespaceOwner.Own or NamespaceOwner.Empty ? NamespaceOwner.Shared : owner;

    private static (NamespaceOwner Owner, SourceSpan? Place) GetDefault(NamespaceKind kind, Service service) =>
        kind switch
        {
            NamespaceKind.User or NamespaceKind.Cgroup => (NamespaceOwner.Engine, null),
            NamespaceKind.Network when HostNetworks.Find(service).FirstOrDefault() is { Name: not null } network => (
                NamespaceOwner.Host,
                network.Span
            ),
            _ => (NamespaceOwner.Own, null),
        };

    private static NamespaceOwner GetOwner(NamespaceKind kind, NamespaceMode mode) =>
        mode switch
        {
            NamespaceMode.Host => NamespaceOwner.Host,
            NamespaceMode.None => NamespaceOwner.Empty,
            NamespaceMode.Private when kind == NamespaceKind.User => NamespaceOwner.Engine,
            _ => NamespaceOwner.Own,
        };
}

/// <summary>Which services join a namespace of a service.</summary>
internal sealed class NamespaceJoins
{
    private static readonly string[] Keys = ["network_mode", "pid", "ipc", "uts", "userns_mode", "cgroup"];

    private readonly Dictionary<(string Key, string Target), List<string>> _services = [];

    internal NamespaceJoins(ProjectModel project)
    {
        foreach (Service service in project.Compose.Services)
        {
            foreach (string key in Keys)
            {
                if (
                    service.Value.Find(key) is null
                    || !project.Honours(key)
                    || service.GetNamespace(key)?.Target is not { } target
                )
                {
                    continue;
                }

                if (!_services.TryGetValue((key, target.Name), out List<string>? services))
                {
                    services = [];
                    _services.Add((key, target.Name), services);
                }

                services.Add(service.Name);
            }
        }
    }

    internal ImmutableArray<string> Find(string key, string service) =>
        _services.TryGetValue((key, service), out List<string>? found) ? [.. found] : [];
}
