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

    /// <summary>Whether any rule has crashed in this walk.</summary>
    internal bool HasCrashed => _crashed is not null;

    /// <summary>Whether a rule has crashed in this walk; it runs no more then.</summary>
    internal bool Crashed(RuleDescriptor rule) => _crashed is not null && _crashed.Contains(rule.Id);

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
        if (GetReports(written.File).Seen.Add(new Place(rule, written.Span, tier)))
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

        FileReports reports = GetReports(span.File);
        if (reports.Count > maxFindings)
        {
            // Those of one rule and tier weigh the same, so that one more than are reported says all there is to say.
            reports.Counts ??= CountReports(span.File);
            reports.Counts.TryGetValue((rule, tier), out int count);
            if (count > maxFindings)
            {
                return;
            }
        }

        // One place can serve many elements, such as an anchor in several services.
        if (reports.Seen.Add(new Place(rule, span.Span, tier)))
        {
            reports.Add(rule, tier);
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

    private Dictionary<(RuleDescriptor Rule, string? Tier), int> CountReports(SourceFile of)
    {
        var counts = new Dictionary<(RuleDescriptor Rule, string? Tier), int>();
        foreach (Diagnostic diagnostic in Diagnostics)
        {
            if (diagnostic.Location.File.Path == of.Path)
            {
                counts.TryGetValue((diagnostic.Rule, diagnostic.Tier), out int count);
                counts[(diagnostic.Rule, diagnostic.Tier)] = count + 1;
            }
        }

        return counts;
    }

    /// <summary>What was reported in a file.</summary>
    private sealed class FileReports(SourceFile file)
    {
        internal SourceFile File => file;

        internal HashSet<Place> Seen { get; } = [];

        internal int Count { get; private set; }

        /// <summary>How many of each rule and tier, once a file has more in all than are reported.</summary>
        internal Dictionary<(RuleDescriptor Rule, string? Tier), int>? Counts { get; set; }

        internal void Add(RuleDescriptor rule, string? tier)
        {
            Count++;
            if (Counts is not null)
            {
                Counts.TryGetValue((rule, tier), out int count);
                Counts[(rule, tier)] = count + 1;
            }
        }
    }

    /// <summary>Where a rule has reported something.</summary>
    private readonly record struct Place(RuleDescriptor Rule, TextSpan Span, string? Tier)
    {
        /// <summary>Few reports begin at one place; texts are not looked at.</summary>
        public override int GetHashCode() =>
            unchecked((Span.Start * 397) ^ Span.Length ^ (Rule.Id[Rule.Id.Length - 1] << 16));

        public bool Equals(Place other) =>
            Span == other.Span && ReferenceEquals(Rule, other.Rule) && Tier == other.Tier;
    }
}
