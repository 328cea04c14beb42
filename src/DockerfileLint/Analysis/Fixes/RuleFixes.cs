using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>The fixes that rules have for their findings.</summary>
/// <param name="options">Which of them are applied.</param>
internal sealed class RuleFixes(FixOptions options) : FixSource
{
    internal override List<AppliedFix> Find(JudgedText judged, CancellationToken cancellation)
    {
        var fixes = new List<AppliedFix>();
        foreach (Finding finding in judged.Result.Findings)
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                finding.Suppression is null
                && finding.Rule.IsFixable
                && options.Allows(finding)
                && judged.Analysis.FindFix(finding.Diagnostic) is { } fix
                && options.Allows(fix)
            )
            {
                fixes.Add(new AppliedFix(finding, fix));
            }
        }

        return fixes;
    }

    internal override string? FindFlaw(
        JudgedText before,
        JudgedText after,
        IReadOnlyList<AppliedFix> fixes,
        CancellationToken cancellation
    ) => FixProof.FindFlaw(before, after, fixes, cancellation);
}
