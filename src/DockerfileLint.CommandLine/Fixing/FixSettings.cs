using DockerfileLint.Analysis.Fixes;

namespace DockerfileLint.CommandLine.Fixing;

/// <summary>What a run mends or suppresses, and how it hands that out.</summary>
/// <param name="Options">Which fixes are applied; of suppressions the rules alone count.</param>
/// <param name="ShowsDiff">Whether the changes are shown, and no file is written.</param>
/// <param name="Reason">Why findings are suppressed, which are mended otherwise; or <c>null</c>.</param>
internal sealed record FixSettings(FixOptions Options, bool ShowsDiff, string? Reason = null)
{
    /// <summary>What becomes of a finding, in the past tense.</summary>
    internal string Done => Reason is null ? "fixed" : "suppressed";

    /// <summary>What would become of a finding.</summary>
    internal string Conditional => Reason is null ? "would fix" : "would suppress";

    /// <summary>The engine for files that are linted alike.</summary>
    internal FixEngine CreateEngine(FileSettings settings) =>
        Reason is null
            ? new FixEngine(settings.Linter, Options)
            : new FixEngine(
                settings.Linter,
                new SuppressingComments(finding => Options.Allows(finding) && settings.Reports(finding), Reason)
            );
}
