using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Semantics.Projects;

/// <summary>What a filter or policy of the kernel does with a container.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ConfinementMode
{
    /// <summary>What the engine applies by itself.</summary>
    Default,

    /// <summary>Nothing.</summary>
    Off,

    /// <summary>A profile that the service names.</summary>
    Custom,
}

/// <summary>A filter or policy of the kernel.</summary>
/// <param name="Mode">What it does.</param>
/// <param name="Name">The profile or label, where one is named.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ConfinementProfile(ConfinementMode Mode, string? Name = null)
{
    /// <summary>The mode, and the profile where one is named.</summary>
    public override string ToString() => Name is null ? Mode.ToString() : $"{Mode}: {Name}";
}

/// <summary>What keeps the processes of a container from the kernel and from their own image. Immutable.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ContainerConfinement
{
    private static readonly ConfinementProfile ByDefault = new(ConfinementMode.Default);
    private static readonly ConfinementProfile Off = new(ConfinementMode.Off);

    private readonly ProjectModel _project;
    private readonly Service _service;
    private readonly ImmutableArray<Fact<SecurityOption>> _options;

    private ContainerConfinement(Service service, ProjectModel project)
    {
        _project = project;
        _service = service;
        _options = project.Honours("security_opt") ? [.. service.SecurityOptions] : [];
        Privileged = FindBoolean("privileged");
        ReadOnlyRoot = FindBoolean("read_only");
        NoNewPrivileges = FindOption("no-new-privileges", static value => IsTrue(value), ifMissing: false);
        HidesSystemPaths = Unless(
            FindOption("systempaths", static value => value != "unconfined", ifMissing: true),
            ifPrivileged: false
        );
        Seccomp = Unless(FindOption("seccomp", ReadProfile, ByDefault), Off);
        AppArmor = Unless(FindOption("apparmor", ReadProfile, ByDefault), Off);
        Selinux = Unless(FindOption("label", ReadLabel, ByDefault), Off);
    }

    /// <summary>Whether the container has all capabilities and devices, and no filter.</summary>
    public EffectiveFact<bool> Privileged { get; }

    /// <summary>Whether the root file system is read-only.</summary>
    public EffectiveFact<bool> ReadOnlyRoot { get; }

    /// <summary>Whether programs with the setuid bit or file capabilities gain nothing.</summary>
    public EffectiveFact<bool> NoNewPrivileges { get; }

    /// <summary>Whether the engine hides what is dangerous below <c>/proc</c> and <c>/sys</c>.</summary>
    public EffectiveFact<bool> HidesSystemPaths { get; }

    /// <summary>The filter of system calls.</summary>
    public EffectiveFact<ConfinementProfile> Seccomp { get; }

    /// <summary>The AppArmor profile, where the host has AppArmor.</summary>
    public EffectiveFact<ConfinementProfile> AppArmor { get; }

    /// <summary>The SELinux label, where the host has SELinux and the engine uses it.</summary>
    public EffectiveFact<ConfinementProfile> Selinux { get; }

    internal static ContainerConfinement Find(Service service, ProjectModel project) => new(service, project);

    // What the engine reads as a truth value.
    private static bool IsTrue(string? value) => value is null or "1" or "t" or "T" or "true" or "TRUE" or "True";

    private static ConfinementProfile ReadProfile(string? value) =>
        value switch
        {
            null or "" or "builtin" or "docker-default" => ByDefault,
            "unconfined" => Off,
            _ => new ConfinementProfile(ConfinementMode.Custom, value),
        };

    private static ConfinementProfile ReadLabel(string? value) =>
        value switch
        {
            null or "" => ByDefault,
            "disable" or "type:spc_t" or "type=spc_t" => Off,
            _ => new ConfinementProfile(ConfinementMode.Custom, value),
        };

    private EffectiveFact<bool> FindBoolean(string key) =>
        _project.Honours(key) && _service.GetBoolean(key) is { } set
            ? FactSteps.Create(_service, set)
            : FactSteps.Create(_service, value: false);

    /// <summary>What the last option of a name says; unknown where an unknown one may be it.</summary>
    private EffectiveFact<T> FindOption<T>(string name, Func<string?, T> read, T ifMissing)
    {
        Fact<SecurityOption>? deciding = null;
        foreach (Fact<SecurityOption> option in _options)
        {
            if (
                option.TryGetValue(out SecurityOption? known)
                    ? known.Name == name
                    : option.DisplayText.StartsWith(name, StringComparison.Ordinal)
                        || option.DisplayText.StartsWith("$", StringComparison.Ordinal)
            )
            {
                deciding = option;
            }
        }

        return deciding is { } found
            ? FactSteps.Create(_service, found.Select(option => read(option.Value)))
            : FactSteps.Create(_service, ifMissing);
    }

    private EffectiveFact<T> Unless<T>(EffectiveFact<T> fact, T ifPrivileged) =>
        Privileged.IsCertainly(true)
            ? new EffectiveFact<T>(ifPrivileged, Privileged.Certainty, Privileged.Steps)
            : fact;
}
