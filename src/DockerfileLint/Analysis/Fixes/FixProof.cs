using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Fixes;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>A text that the engine has judged.</summary>
/// <param name="Analysis">The file as far as the rules go.</param>
/// <param name="Result">What is reported.</param>
internal sealed record JudgedText(FileAnalysis Analysis, FileResult Result);

/// <summary>
/// Proves of a text that its fixes did what they promise: the findings are gone, nothing new is wrong, and the meaning
/// is the same but for the words that the fixes declare.
/// </summary>
internal static class FixProof
{
    /// <summary>Looks for what speaks against a text.</summary>
    /// <returns>The reason as a phrase, or <c>null</c> where the text is proven.</returns>
    internal static string? FindFlaw(
        JudgedText before,
        JudgedText after,
        IReadOnlyList<AppliedFix> fixes,
        CancellationToken cancellation
    )
    {
        if (fixes.Any(static fix => fix.Fix is { Applicability: FixApplicability.Safe, Rewrites.IsEmpty: false }))
        {
            return "what it changes is not declared";
        }

        if (after.Result.Notifications.Length > before.Result.Notifications.Length)
        {
            return "the file could not be judged any more";
        }

        return FindNew(before, after, fixes)
            ?? FindLeft(before, after, fixes)
            ?? (IsMeant(before, after, fixes, cancellation) ? null : "the meaning of the file would change");
    }

    /// <summary>Something that was not reported before, and weighs as much as what was mended.</summary>
    private static string? FindNew(JudgedText before, JudgedText after, IReadOnlyList<AppliedFix> fixes)
    {
        Severity lowest = fixes.Min(fix => fix.Finding.Severity);
        Dictionary<string, int> raised = CountAll(after.Analysis.Diagnostics, after.Analysis.Rules, lowest);
        Dictionary<string, int> known = CountAll(before.Analysis.Diagnostics, before.Analysis.Rules, lowest);
        foreach (KeyValuePair<string, int> rule in raised)
        {
            if (rule.Value > Get(known, rule.Key))
            {
                return $"{rule.Key} would be reported";
            }
        }

        // What a comment suppressed may have moved away from it.
        Dictionary<string, int> reported = CountReported(before.Result, lowest);
        foreach (KeyValuePair<string, int> rule in CountReported(after.Result, lowest))
        {
            if (rule.Value > Get(reported, rule.Key) && Get(raised, rule.Key) >= Get(known, rule.Key))
            {
                return $"{rule.Key} would be reported";
            }
        }

        return null;
    }

    /// <summary>A rule of which more is left than the fixes leave.</summary>
    private static string? FindLeft(JudgedText before, JudgedText after, IReadOnlyList<AppliedFix> fixes)
    {
        Dictionary<string, int> known = CountAll(before.Analysis.Diagnostics, before.Analysis.Rules, Severity.Style);
        Dictionary<string, int> left = CountAll(after.Analysis.Diagnostics, after.Analysis.Rules, Severity.Style);
        foreach (IGrouping<string, AppliedFix> rule in fixes.GroupBy(static fix => fix.Finding.Rule.Id))
        {
            if (Get(left, rule.Key) > Get(known, rule.Key) - rule.Sum(static fix => fix.Fix.Places))
            {
                return $"{rule.Key} would remain";
            }
        }

        return null;
    }

    /// <summary>Whether the meaning is the same but for what the fixes declare.</summary>
    internal static bool IsMeant(
        JudgedText before,
        JudgedText after,
        IReadOnlyList<AppliedFix> fixes,
        CancellationToken cancellation
    )
    {
        if (before.Analysis.Model is { } model && after.Analysis.Model is { } madeModel)
        {
            return IsMeant(
                DockerfileWords.Read(model, cancellation),
                DockerfileWords.Read(madeModel, cancellation),
                model,
                fixes
            );
        }

        HashSet<string> added = [.. fixes.SelectMany(static fix => fix.Fix.AddedKeys)];
        return before.Analysis.Tree is not null
            && after.Analysis.Tree is not null
            && WordComparer.IsMade(
                YamlWords.Read(before.Analysis.Tree, added, cancellation),
                YamlWords.Read(after.Analysis.Tree, added, cancellation),
                [.. fixes.SelectMany(static fix => fix.Fix.Changes).SelectMany(static change => change.Removed)],
                [.. fixes.SelectMany(static fix => fix.Fix.Changes).SelectMany(static change => change.Added)]
            );
    }

    /// <summary>
    /// Whether the rows of a Dockerfile are the same but for the declared words, and for the instructions that are
    /// written anew.
    /// </summary>
    private static bool IsMeant(
        List<string>[] before,
        List<string>[] after,
        DockerfileModel model,
        IReadOnlyList<AppliedFix> fixes
    )
    {
        ILookup<int, IntendedChange> changes = fixes
            .SelectMany(static fix => fix.Fix.Changes)
            .ToLookup(change => GetRow(change.Position));
        var rewrites = new Queue<(int Row, int Before, int After)>(
            fixes
                .SelectMany(static fix => fix.Fix.Rewrites)
                .Select(rewrite => (Row: GetRow(rewrite.Position), rewrite.Before, rewrite.After))
                .OrderBy(static rewrite => rewrite.Row)
        );
        int made = 0;
        for (int row = 0; row < before.Length; row++, made++)
        {
            if (rewrites.Count > 0 && rewrites.Peek().Row <= row)
            {
                // Rewrites that overlap are one.
                int end = row;
                while (rewrites.Count > 0 && rewrites.Peek().Row <= end)
                {
                    (int start, int old, int become) = rewrites.Dequeue();
                    end = Math.Max(end, start + old - 1);
                    made += become - old;
                }

                made += end - row;
                row = end;
            }
            else if (
                made >= after.Length
                || !WordComparer.IsMade(
                    before[row],
                    after[made],
                    [.. changes[row].SelectMany(static change => change.Removed)],
                    [.. changes[row].SelectMany(static change => change.Added)]
                )
            )
            {
                return false;
            }
        }

        return made == after.Length;

        int GetRow(int position) => model.GetInstructionIndex(position) + 1;
    }

    private static Dictionary<string, int> CountAll(
        ImmutableArray<Diagnostic> diagnostics,
        RuleSet rules,
        Severity lowest
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (rules.GetSeverity(diagnostic.Rule, diagnostic.Tier) >= lowest)
            {
                counts[diagnostic.Rule.Id] = Get(counts, diagnostic.Rule.Id) + 1;
            }
        }

        return counts;
    }

    internal static Dictionary<string, int> CountReported(FileResult result, Severity lowest)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Finding finding in result.Findings)
        {
            if (finding.Suppression is null && finding.Severity >= lowest)
            {
                counts[finding.Rule.Id] = Get(counts, finding.Rule.Id) + 1;
            }
        }

        return counts;
    }

    private static int Get(Dictionary<string, int> counts, string key) =>
        counts.TryGetValue(key, out int count) ? count : 0;
}
