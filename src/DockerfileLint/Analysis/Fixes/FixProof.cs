using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Fixes;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>A text that the engine has judged.</summary>
/// <param name="Analysis">The file as far as the rules go.</param>
/// <param name="Result">What is reported.</param>
/// <param name="Tree">The tree of a Compose file.</param>
internal sealed record JudgedText(FileAnalysis Analysis, FileResult Result, YamlSyntaxTree? Tree);

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
    private static bool IsMeant(
        JudgedText before,
        JudgedText after,
        IReadOnlyList<AppliedFix> fixes,
        CancellationToken cancellation
    )
    {
        if (fixes.Any(static fix => fix.Fix.Changes.IsDefault))
        {
            // Such fixes are unsafe, and applied apart from those whose meaning is compared.
            return fixes.All(static fix => fix.Fix.Applicability != FixApplicability.Safe);
        }

        List<string>[] old;
        List<string>[] made;
        if (before.Analysis.Model is { } model && after.Analysis.Model is { } madeModel)
        {
            old = DockerfileWords.Read(model, cancellation);
            made = DockerfileWords.Read(madeModel, cancellation);
        }
        else if (before.Tree is not null && after.Tree is not null)
        {
            old = [YamlWords.Read(before.Tree, cancellation)];
            made = [YamlWords.Read(after.Tree, cancellation)];
        }
        else
        {
            return false;
        }

        if (old.Length != made.Length)
        {
            return false;
        }

        ILookup<int, IntendedChange> changes = fixes
            .SelectMany(static fix => fix.Fix.Changes)
            .ToLookup(change => before.Analysis.Model is { } each ? each.GetInstructionIndex(change.Position) + 1 : 0);
        for (int i = 0; i < old.Length; i++)
        {
            if (
                !WordComparer.IsMade(
                    old[i],
                    made[i],
                    [.. changes[i].SelectMany(static change => change.Removed)],
                    [.. changes[i].SelectMany(static change => change.Added)]
                )
            )
            {
                return false;
            }
        }

        return true;
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

    private static Dictionary<string, int> CountReported(FileResult result, Severity lowest)
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
