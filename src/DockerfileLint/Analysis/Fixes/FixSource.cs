using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>Where the engine has its fixes from, and what speaks against a text with some of them.</summary>
internal abstract class FixSource
{
    /// <summary>
    /// Whether fixes never stand in each other's way, since <see cref="Combine"/> makes one edit of theirs.
    /// </summary>
    internal virtual bool AreAlwaysApart => false;

    /// <summary>The edits of fixes that are applied together, in text order.</summary>
    internal virtual IEnumerable<TextEdit> Combine(IReadOnlyList<AppliedFix> fixes) =>
        fixes.SelectMany(static fix => fix.Fix.Edits).Distinct().OrderBy(static edit => edit.Span);

    /// <summary>The fixes for the findings of a text, in any order.</summary>
    internal abstract List<AppliedFix> Find(JudgedText judged, CancellationToken cancellation);

    /// <summary>Looks for what speaks against a text.</summary>
    /// <returns>The reason as a phrase, or <c>null</c> where the text is proven.</returns>
    internal abstract string? FindFlaw(
        JudgedText before,
        JudgedText after,
        IReadOnlyList<AppliedFix> fixes,
        CancellationToken cancellation
    );
}
