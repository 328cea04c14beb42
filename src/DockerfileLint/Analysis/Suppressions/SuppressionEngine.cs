using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>Marks findings that comments suppress, and reports comments that cannot work or have no work left.</summary>
internal sealed class SuppressionEngine(LintOptions options)
{
    internal void Apply(SourceFile file, List<Suppressor> suppressors, DiagnosticSink sink)
    {
        if (suppressors.Count == 0)
        {
            return;
        }

        List<Suppressor> active = suppressors.FindAll(suppressor => !IsExpired(suppressor.Comment));
        var indexes = new Dictionary<string, SuppressionIndex>(StringComparer.Ordinal);
        List<Diagnostic> diagnostics = sink.Diagnostics;
        for (int i = 0; i < diagnostics.Count; i++)
        {
            // What breaks the build breaks it whatever a comment says.
            Diagnostic diagnostic = diagnostics[i];
            if (diagnostic.Rule.IsBuildError && diagnostic.Severity == Severity.Error)
            {
                continue;
            }

            if (!indexes.TryGetValue(diagnostic.Rule.Id, out SuppressionIndex? index))
            {
                index = new SuppressionIndex(diagnostic.Rule, active);
                indexes.Add(diagnostic.Rule.Id, index);
            }

            if (index.Find(diagnostic.Location.Span.Start) is { } suppressor)
            {
                suppressor.Use(diagnostic.Rule);
                diagnostics[i] = diagnostic.WithSuppression(new Suppression(new Location(file, suppressor.Comment.Span), suppressor.Comment.Reason));
            }
        }

        foreach (Suppressor suppressor in suppressors)
        {
            // Comments in another tool's syntax may serve that tool.
            if (suppressor.Comment.Dialect == SuppressionDialect.Own)
            {
                Judge(file, suppressor, sink);
            }
        }
    }

    private void Judge(SourceFile file, Suppressor suppressor, DiagnosticSink sink)
    {
        SuppressionComment comment = suppressor.Comment;
        if (comment.Rules.IsEmpty)
        {
            ReportMalformed(file, comment.Span, MalformedDirectiveMessages.NoRule(), sink);
        }

        bool isExpired = IsExpired(comment);
        if (comment.Until is { } until && ParseDate(until.Name) is null)
        {
            ReportMalformed(file, until.Span, MalformedDirectiveMessages.InvalidDate(until.Name), sink);
            return;
        }

        for (int i = 0; i < comment.Rules.Length; i++)
        {
            NamedSpan rule = comment.Rules[i];
            RuleDescriptor[] named = [.. options.Rules.Find(rule.Name)];
            if (named.Length == 0)
            {
                ReportMalformed(file, rule.Span, MalformedDirectiveMessages.UnknownRule(rule.Name), sink);
            }
            else if (isExpired || (!suppressor.IsUsed(i) && Array.Exists(named, options.Rules.IsEnabled)))
            {
                DiagnosticMessage message = isExpired && comment.Until is { } date ? UnusedSuppressionMessages.Expired(rule.Name, date.Name) : UnusedSuppressionMessages.Default(rule.Name);
                sink.Add(new Diagnostic(RuleDescriptors.UnusedSuppression, new Location(file, rule.Span), message));
            }
        }
    }

    private static void ReportMalformed(SourceFile file, TextSpan span, DiagnosticMessage message, DiagnosticSink sink) =>
        sink.Add(new Diagnostic(RuleDescriptors.MalformedDirective, new Location(file, span), message, "suppression"));

    /// <summary>A suppression works up to and including its last day; one with an unreadable date never.</summary>
    private bool IsExpired(SuppressionComment comment) =>
        comment.Until is { } until && (ParseDate(until.Name) is not { } date || (options.Today is { } today && today.UtcDateTime.Date > date));

    private static DateTime? ParseDate(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? date : null;
}
