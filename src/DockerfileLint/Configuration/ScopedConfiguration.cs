using System.Collections.Immutable;

namespace DockerfileLint.Configuration;

/// <summary>
/// A configuration with those of its overrides and suppressions that hold for a file. Files for which the same ones
/// hold share one object.
/// </summary>
internal sealed class ScopedConfiguration(
    ConfigurationFile file,
    ImmutableArray<PathOverride> overrides,
    ImmutableArray<PathSuppression> suppressions
)
{
    internal ConfigurationFile File => file;

    internal ImmutableArray<PathOverride> Overrides => overrides;

    internal ImmutableArray<PathSuppression> Suppressions => suppressions;
}
