using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Analysis.Audits;

/// <summary>What belongs to the isolation of containers and no key of these files can say. Immutable.</summary>
/// <param name="Title">What it is.</param>
/// <param name="DecidedBy">Who decides it instead: a sentence.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record UndecidedControl(string Title, string DecidedBy)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<UndecidedControl> All { get; } =
    [
        new("User remapping", "The daemon does, with 'userns-remap' in its configuration, or by running rootless."),
        new("Freezing", "Whoever runs 'docker pause': control groups can freeze a container, and no key does."),
        new("Accounting", "The kernel counts what control groups use; the host decides who reads it."),
        new("Version of control groups", "The host does; on version 1 the cgroup namespace is the host's."),
        new("AppArmor and SELinux", "The host does: a profile or label holds where the kernel enforces it."),
        new("Default seccomp profile", "The daemon does, with 'seccomp-profile' in its configuration."),
        new("No new privileges for all", "The daemon does, with 'no-new-privileges' in its configuration."),
        new("Kernel", "The host does: all containers share it, patched or not."),
    ];
}
