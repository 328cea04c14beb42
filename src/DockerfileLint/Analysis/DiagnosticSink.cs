using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Collects what rules say in one walk, and what goes wrong in them.</summary>
/// <param name="file">The file that is walked, or the first one of the project that is.</param>
/// <param name="maxFindings">How many findings of a file are reported.</param>
internal sealed class DiagnosticSink(SourceFile file, int maxFindings)
{
    private readonly Dictionary<string, FileReports> _reports = new(StringComparer.Ordinal);
    private FileReports? _lastReports;
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
        if (GetReports(written.File).Seen.Add((rule, written.Span, tier)))
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
        LogicalLocation? logicalLocation,
        ImmutableArray<RelatedLocation> flow = default
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
        FileReports reports = GetReports(span.File);
        reports.Counts.TryGetValue((rule, tier), out int count);
        if (count > maxFindings)
        {
            return;
        }

        // One place can serve many elements, such as an anchor in several services.
        if (reports.Seen.Add((rule, span.Span, tier)))
        {
            reports.Counts[(rule, tier)] = count + 1;
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
                    Flow = flow.IsDefault ? [] : flow,
                }
            );
        }
    }

    // Most reports of a walk lie in one file, whose path need not be hashed again and again.
    private FileReports GetReports(SourceFile of)
    {
        if (_lastReports is null || !ReferenceEquals(_lastReports.File, of))
        {
            if (!_reports.TryGetValue(of.Path, out FileReports? reports))
            {
                reports = new FileReports(of);
                _reports.Add(of.Path, reports);
            }

            _lastReports = reports;
        }

        return _lastReports;
    }

    /// <summary>What was reported in a file.</summary>
    private sealed class FileReports(SourceFile file)
    {
        internal SourceFile File => file;

        internal HashSet<(RuleDescriptor Rule, TextSpan Span, string? Tier)> Seen { get; } = [];

        internal Dictionary<(RuleDescriptor Rule, string? Tier), int> Counts { get; } = [];
    }
}
