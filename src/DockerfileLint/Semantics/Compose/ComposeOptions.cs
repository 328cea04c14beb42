using System.Collections.Immutable;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// What the caller of Compose would say on its command line. Paths are relative to the linted root, with <c>/</c>
/// between their segments.
/// </summary>
public sealed record ComposeOptions
{
    /// <summary>Nothing is said: Compose looks for the files itself.</summary>
    public static ComposeOptions Default { get; } = new();

    /// <summary>
    /// The files that make one project, the first one first, as <c>-f</c> names them. No override file is looked for; a
    /// linted file that is not among them stands alone. Empty for the files that Compose finds.
    /// </summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>
    /// The files with the variables of a project, as <c>--env-file</c> names them; of two definitions the later one
    /// counts. Empty for <c>.env</c> in the project's folder.
    /// </summary>
    public ImmutableArray<string> EnvironmentFiles { get; init; } = [];

    /// <summary>
    /// The active profiles, as <c>--profile</c> names them; <c>*</c> for all. Every service is analysed whatever its
    /// profiles; only services that need one without an active profile are reported. Empty where the profiles are not
    /// known.
    /// </summary>
    public ImmutableArray<string> Profiles { get; init; } = [];
}
