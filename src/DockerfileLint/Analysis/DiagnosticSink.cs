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

    /// <summary>
    /// What the project says about text of files that it only includes or extends, each at the place that brings the
    /// text in.
    /// </summary>
    internal List<(Diagnostic Diagnostic, SourceSpan Written)> Elsewhere { get; } = [];

    internal List<Notification> Notifications { get; } = [];

    /// <summary>Whether a rule has crashed in this walk; it runs no more then.</summary>
    internal bool HasCrashed(RuleDescriptor rule) => _crashed is not null && _crashed.Contains(rule.Id);

    /// <summary>Notes that a rule crashed.</summary>
    internal void Crash(RuleDescriptor rule, Exception exception)
    {
        _crashed ??= new HashSet<string>(StringComparer.Ordinal);
        _crashed.Add(rule.Id);
        string description = $"{exception.GetType().Name}: {exception.Message}";
        Notifications.Add(
            new Notification(
                RuleDescriptors.CrashedRule,
                CrashedRuleMessages.Default(rule.Id, file.Path, description),
                file.Path,
                new Location(new SourceSpan(file, new TextSpan(0, 0)))
            )
        );
    }

    internal void ReportElsewhere(
        RuleDescriptor rule,
        SourceSpan place,
        SourceSpan written,
        DiagnosticMessage message,
        string? tier,
        ImmutableArray<RelatedLocation> related,
        LogicalLocation? logicalLocation
    )
    {
        if (_seen.Add((rule.Id, written.File.Path, written.Span, tier)))
        {
            var diagnostic = new Diagnostic(rule, new Location(place), message, tier)
            {
                RelatedLocations = related.Insert(0, new RelatedLocation(written, "It is written here.")),
                LogicalLocation = logicalLocation,
            };
            Elsewhere.Add((diagnostic, written));
        }
    }

    internal void Report(
        RuleDescriptor rule,
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
        var kind = (rule.Id, span.File.Path, tier);
        _counts.TryGetValue(kind, out int count);
        if (count > maxFindings)
        {
            return;
        }

        // One place can serve many elements, such as an anchor in several services.
        if (_seen.Add((rule.Id, span.File.Path, span.Span, tier)))
        {
            _counts[kind] = count + 1;
            Diagnostics.Add(
                new Diagnostic(rule, new Location(span), message, tier)
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
