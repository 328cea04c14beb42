using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Mounts;
using DockerfileLint.Rules.Secrets;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Audits;

/// <summary>
/// Makes the isolation matrix of a service. Every step is monotone: what makes a setting safer gives no control fewer
/// points than before, and none to a control that loses more elsewhere.
/// </summary>
internal sealed class ServiceAuditor
{
    private const string Nothing = "none";
    private const string Separator = ", ";
    private const string UnknownMark = "?";

    /// <summary>Says that no rule judges this.</summary>
    private const string NoRule = "";

    private readonly EffectiveContainer _container;
    private readonly Service _service;
    private readonly bool _isSwarm;
    private readonly bool _isPrivileged;
    private readonly bool _mayBePrivileged;
    private readonly ImmutableArray<ControlAssessment>.Builder _rows =
        ImmutableArray.CreateBuilder<ControlAssessment>();

    private ServiceAuditor(EffectiveContainer container)
    {
        _container = container;
        _service = container.Service;
        _isSwarm = container.Project.Target == ComposeTarget.Swarm;
        _isPrivileged = container.Confinement.Privileged.IsCertainly(true);
        _mayBePrivileged = container.Confinement.Privileged.MayBe(true);
    }

    internal static ServiceAudit Audit(EffectiveContainer container)
    {
        var auditor = new ServiceAuditor(container);
        auditor.AddNamespaces();
        auditor.AddLimits();
        auditor.AddPrivileges();
        auditor.AddFiles();
        auditor.AddExposure();
        return new ServiceAudit(
            container.Name,
            container.Image.ToString(),
            new Location(container.Service.NameSpan),
            auditor._rows.ToImmutable()
        );
    }

    private void AddNamespaces()
    {
        AddNamespace(AuditControl.Mounts, NamespaceKind.Mount, ifShared: 0);
        AddNamespace(AuditControl.Network, NamespaceKind.Network, ifShared: 2);
        AddNamespace(AuditControl.Pid, NamespaceKind.Pid, ifShared: 2);
        AddNamespace(AuditControl.Ipc, NamespaceKind.Ipc, ifShared: 1);
        AddNamespace(AuditControl.Uts, NamespaceKind.Uts, ifShared: 0);
        AddNamespace(AuditControl.UserNamespace, NamespaceKind.User, ifShared: 0);
        AddNamespace(AuditControl.Cgroup, NamespaceKind.Cgroup, ifShared: 0);
    }

    private void AddNamespace(AuditControl control, NamespaceKind kind, int ifShared)
    {
        ContainerNamespace found = _container.Namespaces[(int)kind];
        string value = found.Owner.TryGetValue(out NamespaceOwner owner)
            ? owner switch
            {
                NamespaceOwner.Own => "private",
                NamespaceOwner.Empty => "private, with nothing in it",
                NamespaceOwner.Host => found.SharedWith is null ? "host's" : $"host's, through {found.SharedWith}",
                NamespaceOwner.Shared => $"shared with {found.SharedWith}",
                _ => kind == NamespaceKind.User ? "host's unless the engine remaps users" : "as the engine sets it",
            }
            : Unknown(found.Owner.DisplayText);
        if (!found.JoinedBy.IsEmpty)
        {
            value += $", joined by {string.Join(Separator, found.JoinedBy)}";
        }

        (int Lower, int Upper) points = found.Owner.TryGetValue(out owner)
            ? owner switch
            {
                NamespaceOwner.Host => (0, 0),
                NamespaceOwner.Shared => (ifShared, ifShared),
                _ => (control.Weight, control.Weight),
            }
            : (0, control.Weight);
        Add(control, value, points, found.Owner, summary: Summarize(found.Owner));
    }

    private static string Summarize(EffectiveFact<NamespaceOwner> owner) =>
        !owner.TryGetValue(out NamespaceOwner known)
            ? UnknownMark
            : known switch
            {
                NamespaceOwner.Host => "host",
                NamespaceOwner.Shared => "join",
                NamespaceOwner.Engine => "eng",
                NamespaceOwner.Empty => "none",
                _ => "own",
            };

    private void AddLimits()
    {
        ContainerLimits limits = _container.Limits;
        AddLimit(AuditControl.Memory, limits.Memory, ToBytes);
        AddLimit(AuditControl.Cpu, limits.Cpus, ToNumber);
        AddLimit(AuditControl.Pids, limits.Pids, ToNumber);
        if (!_isSwarm)
        {
            Add(
                AuditControl.BlockIo,
                limits.BlockIo.ValueOr(ifUnknown: false) ? "limited" : "no limit",
                Choose(AuditControl.BlockIo, limits.BlockIo),
                limits.BlockIo
            );
            AddLimit(AuditControl.Swap, limits.Swap, ToBytes);
        }
    }

    private void AddLimit(AuditControl control, EffectiveFact<double?> limit, Func<double, string> show) =>
        Add(
            control,
            !limit.TryGetValue(out double? value) ? Unknown(limit.DisplayText)
                : value is { } amount ? show(amount)
                : "no limit",
            Choose(control, limit.Select(amount => amount is not null)),
            limit,
            summary: !limit.TryGetValue(out double? known) ? UnknownMark
                : known is { } shown ? show(shown)
                : "-"
        );

    private void AddPrivileges()
    {
        AddUser();
        ContainerConfinement confinement = _container.Confinement;
        if (!_isSwarm)
        {
            AddBoolean(AuditControl.Privileged, confinement.Privileged, ifTrue: "yes", ifFalse: "no", isGood: false);
        }

        AddCapabilities();
        if (_isSwarm)
        {
            // A stack knows none of the options below.
            return;
        }

        AddBoolean(
            AuditControl.NewPrivileges,
            confinement.NoNewPrivileges,
            ifTrue: "refused",
            ifFalse: "allowed",
            isGood: true
        );
        AddProfile(AuditControl.Seccomp, confinement.Seccomp);
        AddProfile(AuditControl.AppArmor, confinement.AppArmor);
        AddProfile(AuditControl.Selinux, confinement.Selinux);
        Add(
            AuditControl.SystemPaths,
            Describe(confinement.HidesSystemPaths, "hidden", "open"),
            UnlessPrivileged(Choose(AuditControl.SystemPaths, confinement.HidesSystemPaths)),
            confinement.HidesSystemPaths
        );
    }

    private void AddUser()
    {
        ContainerUser user = _container.User;
        EffectiveFact<bool> isRoot = user.IsRoot;
        string shown = user.Value.TryGetValue(out UserSpecification? known) ? known.ToString() : "";
        bool isCertainRoot = isRoot.IsCertainly(true);
        string value =
            isCertainRoot && user.DropsBy is { } program ? $"root, given up by {program}"
            : shown.Length > 0
                ? isCertainRoot && known is { User: not "root" } ? $"{shown}, which is root"
                    : shown
            : isRoot.IsCertainly(false) ? "not root, as the image sets it"
            : Unknown(user.Value.DisplayText);
        string? rule =
            isRoot.IsCertainly(false) || isRoot.Certainty == Certainty.Unknown ? null
            : user.IsSetByService
                ? _container.ImageUser.IsRoot.IsCertainly(false) ? "DX1002"
                    : "DC3002"
            : user.Word is not null ? "DL3002"
            : _container.Image.Build is not null ? "DL5001"
            : null;
        int weight = AuditControl.User.Weight;
        Add(
            AuditControl.User,
            value,
            isCertainRoot
                ? user.DropsBy is null
                    ? (0, 0)
                    : (weight / 2, weight / 2)
                : Choose(AuditControl.User, isRoot.Select(root => !root)),
            isRoot,
            rule: rule ?? NoRule,
            summary: isCertainRoot ? "root"
                : shown.Length > 0 ? shown
                : isRoot.IsCertainly(false) ? "not root"
                : UnknownMark
        );
        Inform(AuditControl.Remapping, DescribeRemapping(isRoot));
    }

    private string DescribeRemapping(EffectiveFact<bool> isRoot) =>
        _container.Namespaces[(int)NamespaceKind.User].Owner.IsCertainly(NamespaceOwner.Host)
            ? "would not help: the service keeps the host's users"
        : isRoot.IsCertainly(true) ? "would help: root here is root of the host without it"
        : isRoot.IsCertainly(false) ? "would help against programs that become root"
        : "would help if the image runs as root";

    private void AddCapabilities()
    {
        ContainerCapabilities capabilities = _container.Capabilities;
        InformOf(AuditControl.DroppedCapabilities, capabilities.Dropped);
        InformOf(AuditControl.AddedCapabilities, capabilities.Added);
        AuditControl control = AuditControl.Capabilities;
        EffectiveFact<ImmutableArray<string>> granted = capabilities.Granted;
        bool isKnown = granted.TryGetValue(out ImmutableArray<string> names);
        int points = isKnown && !_isPrivileged ? CountPoints(names) : 0;
        Add(
            control,
            capabilities.AreAll ? "all" : Describe(granted),
            isKnown ? (_mayBePrivileged ? 0 : points, points) : (0, _isPrivileged ? 0 : control.Weight),
            granted,
            rule: isKnown && !_isPrivileged ? FindCapabilityRule(names) : null,
            summary: capabilities.AreAll ? "all"
                : isKnown ? ToNumber(names.Length)
                : UnknownMark
        );
        Inform(
            AuditControl.EffectiveCapabilities,
            capabilities.AreAll && capabilities.Effective.ValueOr([]) is { IsDefaultOrEmpty: false }
                ? "all"
                : Describe(capabilities.Effective)
        );
    }

    /// <summary>
    /// Nothing for what leads out of the container, little for what reaches beyond it, and more the fewer there are.
    /// </summary>
    private int CountPoints(ImmutableArray<string> granted)
    {
        const int usual = 14;
        CapabilityDanger danger = FindDanger(granted);
        return danger == CapabilityDanger.Escape ? 0
            : danger == CapabilityDanger.Reach ? 2
            : granted.Length > usual ? 3
            : 4 + (4 * (usual - granted.Length) / usual);
    }

    private CapabilityDanger FindDanger(ImmutableArray<string> granted)
    {
        CapabilityDanger worst = CapabilityDanger.None;
        foreach (string name in granted)
        {
            CapabilityDanger danger = Capabilities.GetDanger(name);
            danger =
                danger == CapabilityDanger.Escape && Capabilities.IsContained(name, _service)
                    ? CapabilityDanger.Reach
                    : danger;
            worst = danger > worst ? danger : worst;
        }

        return worst;
    }

    private string FindCapabilityRule(ImmutableArray<string> granted) =>
        FindDanger(granted) switch
        {
            CapabilityDanger.Escape => "DC3003",
            CapabilityDanger.Reach => "DC3017",
            _ => "DC3004",
        };

    private void AddProfile(AuditControl control, EffectiveFact<ConfinementProfile> profile) =>
        Add(
            control,
            !profile.TryGetValue(out ConfinementProfile? known)
                ? Unknown(profile.DisplayText)
                : known.Mode switch
                {
                    ConfinementMode.Off => "off",
                    ConfinementMode.Custom => known.Name ?? "custom",
                    _ => "as the engine sets it",
                },
            UnlessPrivileged(Choose(control, profile.Select(mode => mode.Mode != ConfinementMode.Off))),
            profile
        );

    private void AddFiles()
    {
        EffectiveFact<bool> readOnly = _container.Confinement.ReadOnlyRoot;
        Add(
            AuditControl.RootFileSystem,
            Describe(readOnly, "read-only", "writable"),
            Choose(AuditControl.RootFileSystem, readOnly),
            readOnly,
            summary: Describe(readOnly, "ro", "rw")
        );
        if (!_isSwarm)
        {
            AddDevices();
        }

        AddSockets();
        AddHostMounts();
    }

    private void AddDevices()
    {
        var worst = new Worst(AuditControl.Devices.Weight);
        var shown = new List<string>();
        foreach (ServiceDevice device in _container.Devices)
        {
            Fact<string>? source = device.Source;
            string name = source?.DisplayText ?? device.Span.GetText();
            shown.Add(name);
            worst.Add(
                source is not { } path || device.IsCdiName ? (2, 2)
                    : path.TryGetValue(out string? known) ? Same(CountDevice(Mount.CleanPath(known)))
                    : (0, 2),
                device.Span
            );
        }

        foreach (Fact<string> rule in _service.GetTexts("device_cgroup_rules"))
        {
            shown.Add(rule.DisplayText);
            worst.Add(
                rule.TryGetValue(out string? known)
                    ? Same(DeviceRule.AllowsAll(known) || DeviceRule.AllowsEscape(known) ? 0 : 2)
                    : (0, 2),
                rule.Span
            );
        }

        if (_isPrivileged)
        {
            shown.Insert(0, "all of the host");
            worst.Add((0, 0), _container.Confinement.Privileged.Span);
        }

        Add(AuditControl.Devices, Join(shown), UnlessPrivileged(worst.Points), worst.Place);
    }

    private static int CountDevice(string path) =>
        HostDevices.IsEscape(path) ? 0
        : HostDevices.IsSignificant(path) ? 2
        : AuditControl.Devices.Weight;

    private void AddSockets()
    {
        int weight = AuditControl.EngineSockets.Weight;
        var worst = new Worst(weight);
        var shown = new List<string>();
        foreach (EffectiveFact<string> socket in _container.EngineSockets)
        {
            shown.Add(socket.DisplayText);
            worst.Add(socket.Certainty == Certainty.Unknown ? (0, weight) : (0, 0), socket.Span);
        }

        foreach (ContainerMount mount in _container.HostMounts)
        {
            // Whoever sees the folder sees the socket in it.
            if (mount.Mount.HostPath.TryGetValue(out string? path) && path is "/" or "/run" or "/var/run")
            {
                shown.Add($"in {path}");
                worst.Add((0, 0), mount.Mount.Span);
            }
        }

        Add(AuditControl.EngineSockets, Join(shown), worst.Points, worst.Place);
    }

    private void AddHostMounts()
    {
        var worst = new Worst(AuditControl.HostMounts.Weight);
        var shown = new List<string>();
        foreach (ContainerMount mount in _container.HostMounts)
        {
            Fact<string> path = mount.Mount.HostPath!.Value;
            bool isReadOnly = mount.Mount.IsReadOnly.IsCertainly(true);
            shown.Add(path.DisplayText + (isReadOnly ? " (read-only)" : ""));
            if (!mount.IsEngineSocket)
            {
                worst.Add(CountMount(mount, path, isReadOnly), mount.Mount.Span);
            }
        }

        Add(AuditControl.HostMounts, Join(shown), worst.Points, worst.Place);
    }

    private static (int Lower, int Upper) CountMount(ContainerMount mount, Fact<string> hostPath, bool isReadOnly)
    {
        int weight = AuditControl.HostMounts.Weight;
        string shown = hostPath.DisplayText;
        int points =
            HostPaths.IsServiceSocket(shown) ? 0
            : HostPaths.IsClock(shown) || HostSystemMounted.IsOwn(mount.Owner, shown) ? weight
            : HostPaths.IsSystem(shown, isReadOnly)
                ? isReadOnly ? 3
                    : 0
            : HostPaths.IsCredentials(shown) || HostPaths.IsData(shown)
                ? isReadOnly ? 4
                    : 3
            : weight;
        if (mount.Mount.Propagation.IsCertainly("shared") || mount.Mount.Propagation.IsCertainly("rshared"))
        {
            points = Math.Min(points, 2);
        }

        return hostPath.TryGetValue(out _) || points < weight || HostPaths.StartsWithFolderVariable(shown)
            ? Same(points)
            : (0, points);
    }

    private void AddExposure()
    {
        AddPorts();
        AddSecrets();
    }

    private void AddPorts()
    {
        AuditControl control = AuditControl.Ports;
        string[] shown = [.. _service.Ports.Select(port => port.Describe())];
        if (_isSwarm)
        {
            // Swarm publishes on each address of its nodes and takes no other.
            Inform(control, shown.Length == 0 ? Nothing : Join(shown));
            return;
        }

        EffectiveFact<NamespaceOwner> network = _container.Namespaces[(int)NamespaceKind.Network].Owner;
        if (network.IsCertainly(NamespaceOwner.Host))
        {
            Add(control, "all that it opens", (0, 0), network, rule: "DC2003");
            return;
        }

        var worst = new Worst(control.Weight);
        bool isOwn = network.IsCertainly(NamespaceOwner.Own);
        foreach (ServicePort port in isOwn || network.Certainty == Certainty.Unknown ? _service.Ports : [])
        {
            worst.Add(
                !port.IsOnAllInterfaces()
                    ? port.HostAddress is { } address && !address.TryGetValue(out _)
                        ? (0, control.Weight)
                        : Same(control.Weight)
                    : isOwn
                        ? (0, 0)
                        : (0, control.Weight),
                port.Span
            );
        }

        Add(control, network.IsCertainly(NamespaceOwner.Own) ? Join(shown) : Nothing, worst.Points, worst.Place);
    }

    private void AddSecrets()
    {
        AuditControl control = AuditControl.Secrets;
        var worst = new Worst(control.Weight);
        var shown = new List<string>(_container.Secrets.Select(secret => secret.DisplayText));
        foreach (SecretVariable secret in SecretInEnvironment.FindAll(_service))
        {
            shown.Add($"{secret.Name} in plain text");
            worst.Add((0, 0), secret.Place);
        }

        string? rule = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ResolvedBuild build in _container.Builds)
        {
            foreach (KeyValuePair<string, Fact<string>> pair in build.Image?.Environment ?? [])
            {
                // An ENV above gives the variable another value, but the image below still tells what it was.
                if (
                    pair.Value.TryGetValue(out string? value)
                    && SecretVariable.IsSecret(pair.Key, value)
                    && names.Add(pair.Key)
                )
                {
                    shown.Add($"{pair.Key} in the image");
                    rule = worst.Place is null ? "DL3064" : null;
                    worst.Add((0, 0), build.Map(pair.Value.Span));
                }
            }
        }

        Add(control, Join(shown), worst.Points, worst.Place, rule);
    }

    private void AddBoolean(
        AuditControl control,
        EffectiveFact<bool> fact,
        string ifTrue,
        string ifFalse,
        bool isGood
    ) => Add(control, Describe(fact, ifTrue, ifFalse), Choose(control, fact.Select(value => value == isGood)), fact);

    private static string Describe(EffectiveFact<bool> fact, string ifTrue, string ifFalse) =>
        !fact.TryGetValue(out bool value) ? Unknown(fact.DisplayText)
        : value ? ifTrue
        : ifFalse;

    private static string Describe(EffectiveFact<ImmutableArray<string>> names) =>
        names.TryGetValue(out ImmutableArray<string> known) ? Join(known) : Unknown("");

    private static string Join(IReadOnlyCollection<string> parts) =>
        parts.Count == 0 ? Nothing : string.Join(Separator, parts);

    private static string Unknown(string text) => text.Length == 0 ? "unknown" : $"unknown: {text}";

    private static string ToNumber(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string ToBytes(double bytes)
    {
        if (bytes == 0)
        {
            return Nothing;
        }

        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        int unit = 0;
        while (unit < units.Length - 1 && bytes >= 1024)
        {
            bytes /= 1024;
            unit++;
        }

        return bytes.ToString("0.##", CultureInfo.InvariantCulture) + " " + units[unit];
    }

    /// <summary>
    /// All points where something is certainly so, none where it is not, any number where it is unknown.
    /// </summary>
    private static (int Lower, int Upper) Choose(AuditControl control, EffectiveFact<bool> isGood) =>
        (isGood.IsCertainly(true) ? control.Weight : 0, isGood.MayBe(true) ? control.Weight : 0);

    private static (int Lower, int Upper) Same(int points) => (points, points);

    /// <summary>A privileged container has no confinement, and one that may be privileged may have none.</summary>
    private (int Lower, int Upper) UnlessPrivileged((int Lower, int Upper) points) =>
        (_mayBePrivileged ? 0 : points.Lower, _isPrivileged ? 0 : points.Upper);

    private void Inform(AuditControl control, string value) => _rows.Add(new ControlAssessment(control, value));

    private void InformOf(AuditControl control, ImmutableArray<Fact<string>> entries) =>
        _rows.Add(
            new ControlAssessment(control, Join([.. entries.Select(entry => entry.DisplayText)]))
            {
                Place = entries.IsEmpty ? null : new Location(entries[0].Span),
            }
        );

    private void Add<T>(
        AuditControl control,
        string value,
        (int Lower, int Upper) points,
        EffectiveFact<T> fact,
        string? rule = null,
        string? summary = null
    ) => Add(control, value, points, fact.IsSet ? fact.Span : null, rule, summary, fact.IsSet ? fact.Steps : []);

    private void Add(
        AuditControl control,
        string value,
        (int Lower, int Upper) points,
        SourceSpan? place,
        string? rule = null,
        string? summary = null,
        ImmutableArray<FactStep> steps = default
    )
    {
        // What nothing sets here may be set where nobody has looked.
        bool isOpen = place is null && !_service.IsComplete;
        _rows.Add(
            new ControlAssessment(control, isOpen ? "unknown: files out of reach may set it" : value)
            {
                Weight = control.Weight,
                LowerPoints = isOpen ? 0 : points.Lower,
                UpperPoints = isOpen ? control.Weight : points.Upper,
                Place = place is { } span ? new Location(span) : null,
                Steps = steps.IsDefault ? [] : steps,
                RuleId = rule == NoRule ? null : rule ?? control.Rules.FirstOrDefault(),
                Summary = isOpen ? UnknownMark : summary ?? value,
            }
        );
    }

    /// <summary>The worst of several things, which is what counts, and the place of the first that bad.</summary>
    private sealed class Worst(int weight)
    {
        internal (int Lower, int Upper) Points { get; private set; } = (weight, weight);

        internal SourceSpan? Place { get; private set; }

        internal void Add((int Lower, int Upper) points, SourceSpan place)
        {
            if (points.Lower < Points.Lower || (points.Lower == Points.Lower && points.Upper < Points.Upper))
            {
                Place = place;
            }

            Points = (Math.Min(points.Lower, Points.Lower), Math.Min(points.Upper, Points.Upper));
        }
    }
}
