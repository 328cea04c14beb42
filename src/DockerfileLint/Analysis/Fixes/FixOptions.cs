using System.Collections.Immutable;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>Which fixes are applied. Immutable.</summary>
public sealed class FixOptions
{
    /// <summary>Whether fixes are applied that may change what is built or run.</summary>
    public bool AllowsUnsafe { get; init; }

    /// <summary>The rules whose findings are mended; all where it is empty.</summary>
    public ImmutableArray<RuleDescriptor> Rules { get; init; } = [];

    /// <summary>The fingerprint of the finding that alone is mended; of all where it is <c>null</c>.</summary>
    internal string? Fingerprint { get; init; }

    internal bool Allows(CodeFix fix) =>
        fix.Applicability == FixApplicability.Safe || (AllowsUnsafe && fix.Applicability == FixApplicability.Unsafe);

    internal bool Allows(Finding finding) =>
        (Rules.IsEmpty || Rules.Contains(finding.Rule)) && (Fingerprint is null || Fingerprint == finding.Fingerprint);
}
