using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>
/// Marks findings that comments suppress, and reports comments that cannot work or have no work left.
/// </summary>
internal sealed class SuppressionEngine(LintOptions options)
{
    /// <param name="file">The file.</param>
    /// <param name="suppressors">Its comments.</param>
    /// <param name="sink">Its findings.</param>
    /// <param name="isShellChecked">
    /// Whether ShellCheck has judged the file, so that a comment that names one of its rules can be found to have no
    /// work.
    /// </param>
    internal void Apply(SourceFile file, List<Suppressor> suppressors, DiagnosticSink sink, bool isShellChecked)
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
            // What breaks the build breaks it whatever a comment says; hadolint lets comments hide even that, unless it
            // is a matter of its parser.
            Diagnostic diagnostic = diagnostics[i];
            if (
                diagnostic.Rule.IsBuildError
                && diagnostic.Severity == Severity.Error
                && !options.Rules.IsCompatible(diagnostic.Rule, "hadolint")
            )
            {
                continue;
            }

            if (!indexes.TryGetValue(diagnostic.Rule.Id, out SuppressionIndex? index))
            {
                index = new SuppressionIndex(
                    diagnostic.Rule,
                    active.FindAll(suppressor => Reaches(suppressor.Comment, diagnostic.Rule))
                );
                indexes.Add(diagnostic.Rule.Id, index);
            }

            if (Find(index, diagnostic) is { } suppressor)
            {
                suppressor.Use(diagnostic.Rule);
                diagnostics[i] = diagnostic.WithSuppression(
                    new Suppression(
                        new Location(new SourceSpan(file, suppressor.Comment.Span)),
                        suppressor.Comment.Reason
                    )
                );
            }
        }

        if (active.Exists(suppressor => suppressor.Comment is { FailsBuild: true, Scope: SuppressionScope.File }))
        {
            RaiseChecks(diagnostics);
        }

        foreach (Suppressor suppressor in suppressors)
        {
            // Comments in another tool's syntax may serve that tool.
            if (suppressor.Comment.Malformed is { } option)
            {
                ReportOption(file, suppressor.Comment, option, sink);
            }
            else if (suppressor.Comment.Dialect == SuppressionDialects.Own)
            {
                Judge(file, suppressor, sink, isShellChecked);
            }
        }
    }

    /// <summary>
    /// Reports the comments that suppress findings of the instruction below them, where somebody wants to know.
    /// </summary>
    internal static void ReportInline(DockerfileSyntaxTree tree, DiagnosticSink sink)
    {
        RuleDescriptor rule = RuleDescriptors.InlineSuppression;
        if (!sink.RuleSet.IsEnabled(rule))
        {
            return;
        }

        bool isHadolint = sink.RuleSet.IsCompatible(rule, "hadolint");
        foreach (SuppressionComment comment in DockerfileSuppressions.FindInline(tree))
        {
            if (!isHadolint || comment.Dialect == SuppressionDialects.Hadolint)
            {
                sink.Add(
                    new Diagnostic(
                        rule,
                        new Location(new SourceSpan(tree.File, comment.Span)),
                        InlineSuppressionMessages.Default(tree.Text.ToString(comment.Span))
                    )
                );
            }
        }
    }

    private Suppressor? Find(SuppressionIndex index, Diagnostic diagnostic)
    {
        Suppressor? found = index.Find(diagnostic.Location.Span.Start);
        if (
            found is null
            && !diagnostic.RelatedLocations.IsEmpty
            && options.Rules.IsCompatible(diagnostic.Rule, "buildkit")
        )
        {
            // Where BuildKit reports an instruction that a later one replaces, the comment stands above the later one.
            found = index.Find(diagnostic.RelatedLocations[0].Location.Span.Start);
        }

        return found;
    }

    /// <summary>
    /// Some of BuildKit's checks know the directive at the top only; here the comment above an instruction works, too,
    /// unless the exact behaviour is asked for.
    /// </summary>
    private bool Reaches(SuppressionComment comment, RuleDescriptor rule) =>
        comment is not { Dialect: SuppressionDialects.BuildKit, Scope: SuppressionScope.Next }
        || !rule.IsWholeFile
        || !options.Rules.IsCompatible(rule, "buildkit");

    /// <summary>
    /// In the directive, an option that cannot be read fails the build; in a comment it voids the comment, which may
    /// have been meant for people.
    /// </summary>
    private static void ReportOption(SourceFile file, SuppressionComment comment, NamedSpan option, DiagnosticSink sink)
    {
        if (comment.Scope == SuppressionScope.File)
        {
            sink.Add(
                new Diagnostic(
                    RuleDescriptors.MalformedDirective,
                    new Location(new SourceSpan(file, option.Span)),
                    MalformedDirectiveMessages.CheckOption(option.Name)
                )
            );
        }
        else if (option.Name.IndexOf('=') > 0)
        {
            ReportMalformed(file, option.Span, MalformedDirectiveMessages.CheckOption(option.Name), sink);
        }
    }

    /// <summary>The author wants the build to fail on the checks that the file does not skip.</summary>
    private static void RaiseChecks(List<Diagnostic> diagnostics)
    {
        for (int i = 0; i < diagnostics.Count; i++)
        {
            if (diagnostics[i].Suppression is null && Suppressor.IsBuildKitCheck(diagnostics[i].Rule))
            {
                diagnostics[i] = diagnostics[i].WithSeverity(Severity.Error);
            }
        }
    }

    private void Judge(SourceFile file, Suppressor suppressor, DiagnosticSink sink, bool isShellChecked)
    {
        SuppressionComment comment = suppressor.Comment;
        if (comment.Rules.IsEmpty)
        {
            ReportMalformed(
                file,
                comment.Span,
                MalformedDirectiveMessages.NoRule(file.Text.ToString(comment.Span)),
                sink
            );
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
            if (named.Length == 0 && ShellCheckRules.Find(rule.Name) is { } external)
            {
                if (!isShellChecked)
                {
                    // For the run with ShellCheck.
                    continue;
                }

                named = [external];
            }

            if (named.Length == 0)
            {
                ReportMalformed(file, rule.Span, MalformedDirectiveMessages.UnknownRule(rule.Name), sink);
            }
            else if (isExpired || (!suppressor.IsUsed(i) && Array.Exists(named, options.Rules.IsEnabled)))
            {
                DiagnosticMessage message =
                    isExpired && comment.Until is { } date
                        ? UnusedSuppressionMessages.Expired(rule.Name, date.Name)
                        : UnusedSuppressionMessages.Default(rule.Name);
                sink.Add(
                    new Diagnostic(
                        RuleDescriptors.UnusedSuppression,
                        new Location(new SourceSpan(file, rule.Span)),
                        message
                    )
                );
            }
        }
    }

    private static void ReportMalformed(
        SourceFile file,
        TextSpan span,
        DiagnosticMessage message,
        DiagnosticSink sink
    ) =>
        sink.Add(
            new Diagnostic(
                RuleDescriptors.MalformedDirective,
                new Location(new SourceSpan(file, span)),
                message,
                "suppression"
            )
        );

    /// <summary>A suppression works up to and including its last day; one with an unreadable date never.</summary>
    private bool IsExpired(SuppressionComment comment) =>
        comment.Until is { } until
        && (ParseDate(until.Name) is not { } date || (options.Today is { } today && today.UtcDateTime.Date > date));

    private static DateTime? ParseDate(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date
            : null;
}
