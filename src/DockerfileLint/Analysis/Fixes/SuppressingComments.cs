using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>
/// Comments that suppress findings, each above the instruction or the YAML entry that the findings lie in: one for all
/// findings of a place.
/// </summary>
/// <param name="isMeant">Whether a finding is to be suppressed; never asked of what nothing suppresses.</param>
/// <param name="reason">Why, in one line.</param>
internal sealed class SuppressingComments(Func<Finding, bool> isMeant, string reason) : FixSource
{
    /// <summary>The rule that is about neighbours, which a comment between them would part.</summary>
    private const string Neighbours = "DL3059";

    internal override bool AreAlwaysApart => true;

    internal override List<AppliedFix> Find(JudgedText judged, CancellationToken cancellation)
    {
        var fixes = new List<AppliedFix>();
        foreach (Finding finding in judged.Result.Findings)
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                finding.Suppression is null
                && !finding.Rule.IsBuildError
                && isMeant(finding)
                && FindPlaces(finding, judged.Analysis) is { } places
            )
            {
                string names = finding.Rule.Id;
                fixes.Add(
                    new AppliedFix(
                        finding,
                        new CodeFix(
                            reason,
                            FixApplicability.Safe,
                            [
                                .. places.Select(place => new TextEdit(
                                    new TextSpan(place, 0),
                                    Write(finding.Location.File.Text, place, GetVerb(names), names)
                                )),
                            ]
                        )
                    )
                );
            }
        }

        return fixes;
    }

    /// <summary>One comment for all rules that are suppressed at a place.</summary>
    internal override IEnumerable<TextEdit> Combine(IReadOnlyList<AppliedFix> fixes) =>
        fixes
            .SelectMany(static fix => fix.Fix.Edits, static (fix, edit) => (edit.Span, Rule: fix.Finding.Rule.Id, fix))
            .GroupBy(static comment => comment.Span)
            .OrderBy(static place => place.Key)
            .Select(place => new TextEdit(
                place.Key,
                string.Concat(
                    place
                        .GroupBy(static comment => GetVerb(comment.Rule))
                        .OrderByDescending(static verb => verb.Key, StringComparer.Ordinal)
                        .Select(verb =>
                            Write(
                                place.First().fix.Finding.Location.File.Text,
                                place.Key.Start,
                                verb.Key,
                                string.Join(
                                    ",",
                                    verb.Select(static comment => comment.Rule)
                                        .Distinct()
                                        .OrderBy(static id => id, StringComparer.Ordinal)
                                )
                            )
                        )
                )
            ));

    /// <summary>What is suppressed must be gone, and everything else be as it was.</summary>
    internal override string? FindFlaw(
        JudgedText before,
        JudgedText after,
        IReadOnlyList<AppliedFix> fixes,
        CancellationToken cancellation
    )
    {
        Dictionary<string, int> expected = FixProof.CountReported(before.Result, Severity.Style);
        foreach (AppliedFix fix in fixes)
        {
            expected[fix.Finding.Rule.Id]--;
        }

        Dictionary<string, int> reported = FixProof.CountReported(after.Result, Severity.Style);
        foreach (string rule in expected.Keys.Union(reported.Keys))
        {
            expected.TryGetValue(rule, out int wanted);
            reported.TryGetValue(rule, out int count);
            if (rule == Neighbours ? count > wanted : count != wanted)
            {
                return count < wanted ? $"{rule} would be suppressed as well" : $"{rule} would be reported";
            }
        }

        return after.Result.Notifications.Length != before.Result.Notifications.Length
                ? "the file could not be judged any more"
            : FixProof.IsMeant(before, after, [], cancellation) ? null
            : "the meaning of the file would change";
    }

    private static string GetVerb(string rule) => rule == Neighbours ? "ignore-stage" : "ignore";

    /// <summary>Where the lines begin that comments go above of, for all places of a finding; or <c>null</c>.</summary>
    private static List<int>? FindPlaces(Finding finding, FileAnalysis analysis)
    {
        var places = new SortedSet<int>();
        if (!Add(finding.Location))
        {
            return null;
        }

        foreach (RelatedLocation related in finding.RelatedLocations)
        {
            if (related.IsRepetition && !Add(related.Location))
            {
                return null;
            }
        }

        return [.. places];

        bool Add(Location location) =>
            location.File == analysis.File
            && (
                analysis.Model is { } model
                    ? FindPlace(
                        model,
                        finding.Rule.Id == Neighbours
                        && model.FindStage(model.Tree.Root.Instructions[model.GetInstructionIndex(location.Span.Start)])
                            is { } stage
                            ? stage.From.Span.Start
                            : location.Span.Start
                    )
                : analysis.Tree is not null ? FindPlace(analysis.Tree, location.Span)
                : null
            )
                is { } place
            && (places.Add(place) || true);
    }

    private static int? FindPlace(DockerfileModel model, int position)
    {
        int index = model.GetInstructionIndex(position);
        if (index < 0)
        {
            return null;
        }

        SourceText text = model.Tree.Text;
        int line = text.GetLinePosition(model.Tree.Root.Instructions[index].Span.Start).Line;

        // One of hadolint's counts on the line above the instruction alone.
        while (line > 0 && IsHadolint(text.AsSpan(text.GetLineSpan(line - 1)).Trim()))
        {
            line--;
        }

        return text.GetLineStart(line);
    }

    private static bool IsHadolint(ReadOnlySpan<char> line) =>
        line.Length > 0
        && line[0] == '#'
        && line.Slice(1).TrimStart().StartsWith("hadolint".AsSpan(), StringComparison.Ordinal);

    /// <summary>The line of the innermost entry around a place that begins a line.</summary>
    private static int? FindPlace(YamlSyntaxTree tree, TextSpan span)
    {
        for (SyntaxNode? node = tree.FindNode(span); node is not null; node = node.Parent)
        {
            if (node is YamlPairSyntax || node.Parent is YamlSequenceSyntax)
            {
                int start = tree.Text.GetLineStart(tree.Text.GetLinePosition(node.Span.Start).Line);
                if (tree.Text.AsSpan(TextSpan.FromBounds(start, node.Span.Start)).Trim(" -".AsSpan()).IsEmpty)
                {
                    return start;
                }
            }
        }

        return null;
    }

    private string Write(SourceText text, int place, string verb, string rules)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Slice(place);
        int margin = rest.Length - rest.TrimStart(" \t".AsSpan()).Length;
        string lineEnd = text.AsSpan().IndexOf("\r\n".AsSpan()) >= 0 ? "\r\n" : "\n";
        return $"{rest.Slice(0, margin).ToString()}# dockerfile-lint {verb}={rules} reason={reason}{lineEnd}";
    }
}
