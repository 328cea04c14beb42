using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Collects what rules say in one walk, and what goes wrong in them.</summary>
/// <param name="file">The file that is walked, or the first one of the project that is.</param>
/// <param name="maxFindings">How many findings of a file are reported.</param>
internal sealed class DiagnosticSink(SourceFile file, int maxFindings)
{
    private readonly HashSet<(string Rule, string Path, TextSpan Span, string? Tier)> _seen = [];
    private readonly Dictionary<(string Rule, string Path, string? Tier), int> _counts = [];
    private HashSet<string>? _crashed;

    internal List<Diagnostic> Diagnostics { get; } = [];

    internal List<Notification> Notifications { get; } = [];

    /// <summary>The rule that is running.</summary>
    internal RuleDescriptor Current { get; private set; } = null!;

    /// <summary>Names the rule that runs next; <c>false</c> where it has crashed in this walk before.</summary>
    internal bool Start(RuleDescriptor rule)
    {
        Current = rule;
        return _crashed is null || !_crashed.Contains(rule.Id);
    }

    /// <summary>Notes that the running rule crashed; it runs no more in this walk.</summary>
    internal void Crash(Exception exception)
    {
        _crashed ??= new HashSet<string>(StringComparer.Ordinal);
        _crashed.Add(Current.Id);
        string description = $"{exception.GetType().Name}: {exception.Message}";
        Notifications.Add(
            new Notification(
                RuleDescriptors.CrashedRule,
                CrashedRuleMessages.Default(Current.Id, file.Path, description),
                file.Path,
                new Location(new SourceSpan(file, new TextSpan(0, 0)))
            )
        );
    }

    internal void Report(
        SourceSpan span,
        DiagnosticMessage message,
        string? tier,
        ImmutableArray<RelatedLocation> related,
        LogicalLocation? logicalLocation
    )
    {
        if (span.End > span.File.Text.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(span),
                span.Span,
                $"The text of {span.File.Path} ends at {span.File.Text.Length}."
            );
        }

        // Those of one rule and tier weigh the same, so that one more than are reported says all there is to say.
        var kind = (Current.Id, span.File.Path, tier);
        _counts.TryGetValue(kind, out int count);
        if (count > maxFindings)
        {
            return;
        }

        // One place can serve many elements, such as an anchor in several services.
        if (_seen.Add((Current.Id, span.File.Path, span.Span, tier)))
        {
            _counts[kind] = count + 1;
            Diagnostics.Add(
                new Diagnostic(Current, new Location(span), message, tier)
                {
                    RelatedLocations =
                        related.Length > AnalysisBudget.MaxRelatedLocations
                            ? related.RemoveRange(
                                AnalysisBudget.MaxRelatedLocations,
                                related.Length - AnalysisBudget.MaxRelatedLocations
                            )
                            : related,
                    LogicalLocation = logicalLocation,
                }
            );
        }
    }
}
