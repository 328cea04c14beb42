using System.Globalization;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Stages;

/// <summary>
/// Marks diagnostics that comments or the configuration suppress, and adds what is wrong with comments that cannot work
/// or have no work left.
/// </summary>
internal sealed class SuppressionStage
{
    private static readonly string[] Verbs = ["ignore", "ignore-file", "ignore-stage"];

    private readonly LintOptions _options;
    private readonly FileAnalysis _file;
    private readonly bool _isShellChecked;
    private readonly List<JudgedDiagnostic> _judged;

    // The suppressions that have suppressed something, with the rules that it was of.
    private readonly HashSet<(Suppressor Suppressor, string Rule)> _used = [];

    private SuppressionStage(LintOptions options, FileAnalysis file, bool isShellChecked, int count)
    {
        _options = options;
        _file = file;
        _isShellChecked = isShellChecked;
        _judged = new List<JudgedDiagnostic>(count);
    }

    /// <param name="diagnostics">The diagnostics of a file.</param>
    /// <param name="file">The file with its comments.</param>
    /// <param name="options">Which comments count.</param>
    /// <param name="isShellChecked">
    /// Whether ShellCheck has judged the file, so that a comment that names one of its rules can be found to have no
    /// work.
    /// </param>
    /// <param name="cancellation">Ends the judging.</param>
    internal static List<JudgedDiagnostic> Judge(
        List<RatedDiagnostic> diagnostics,
        FileAnalysis file,
        LintOptions options,
        bool isShellChecked,
        CancellationToken cancellation
    )
    {
        var stage = new SuppressionStage(options, file, isShellChecked, diagnostics.Count);
        stage.Run(diagnostics, cancellation);
        return stage._judged;
    }

    private void Run(List<RatedDiagnostic> diagnostics, CancellationToken cancellation)
    {
        List<Suppressor> active = _file.Suppressors.FindAll(suppressor => !IsExpired(suppressor.Comment));
        bool failsBuild = active.Exists(suppressor =>
            suppressor.Comment is { FailsBuild: true, Scope: SuppressionScope.File }
        );
        SuppressionNames? names = active.Count > 0 ? new SuppressionNames(active) : null;
        var indexes = new Dictionary<string, SuppressionIndex>(StringComparer.Ordinal);
        foreach ((Diagnostic diagnostic, Severity severity) in diagnostics)
        {
            cancellation.ThrowIfCancellationRequested();
            Suppression? suppression = null;
            if ((names is not null || _options.Suppressions.Count > 0) && CanBeSuppressed(diagnostic, severity))
            {
                suppression = names is null ? null : Suppress(diagnostic, names, indexes);
                if (suppression is null && _options.Suppressions.TryGetValue(diagnostic.Rule.Id, out Suppression? own))
                {
                    suppression = own;
                }
            }

            // The author wants the build to fail on the checks that the file does not skip.
            bool isRaised = failsBuild && suppression is null && Suppressor.IsBuildKitCheck(diagnostic.Rule);
            _judged.Add(new JudgedDiagnostic(diagnostic, isRaised ? Severity.Error : severity, suppression));
        }

        foreach (Suppressor suppressor in _file.Suppressors)
        {
            cancellation.ThrowIfCancellationRequested();
            // Comments in another tool's syntax may serve that tool.
            if (suppressor.Comment.Malformed is { } option)
            {
                ReportOption(suppressor.Comment, option);
            }
            else if (suppressor.Comment.Dialect == SuppressionDialects.Own)
            {
                Judge(suppressor);
            }
        }
    }

    /// <summary>
    /// What breaks the build breaks it whatever a comment says; hadolint lets comments hide even that, unless it is a
    /// matter of its parser.
    /// </summary>
    private bool CanBeSuppressed(Diagnostic diagnostic, Severity severity) =>
        !diagnostic.Rule.IsBuildError
        || severity != Severity.Error
        || _options.Rules.GetBehaviour(diagnostic.Rule) == RuleBehaviour.Hadolint;

    private Suppression? Suppress(
        Diagnostic diagnostic,
        SuppressionNames names,
        Dictionary<string, SuppressionIndex> indexes
    )
    {
        RuleDescriptor rule = diagnostic.Rule;
        if (!indexes.TryGetValue(rule.Id, out SuppressionIndex? index))
        {
            index = new SuppressionIndex(
                names
                    .Find(rule)
                    .Where(suppressor => Reaches(suppressor.Comment, rule))
                    .OrderBy(suppressor => suppressor.Comment.Span.Start)
            );
            indexes.Add(rule.Id, index);
        }

        if (Find(index, diagnostic) is not { } found)
        {
            return null;
        }

        _used.Add((found, rule.Id));
        return new Suppression(At(found.Comment.Span), found.Comment.Reason);
    }

    private Suppressor? Find(SuppressionIndex index, Diagnostic diagnostic)
    {
        Suppressor? found = index.Find(diagnostic.Location.Span.Start);
        if (
            found is null
            && !diagnostic.RelatedLocations.IsEmpty
            && _options.Rules.GetBehaviour(diagnostic.Rule) == RuleBehaviour.BuildKit
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
        || _options.Rules.GetBehaviour(rule) != RuleBehaviour.BuildKit;

    /// <summary>
    /// In the directive, an option that cannot be read fails the build; in a comment it voids the comment, which may
    /// have been meant for people.
    /// </summary>
    private void ReportOption(SuppressionComment comment, NamedSpan option)
    {
        if (comment.Scope == SuppressionScope.File)
        {
            Report(
                RuleDescriptors.MalformedDirective,
                option.Span,
                MalformedDirectiveMessages.CheckOption(option.Name),
                tier: null
            );
        }
        else if (option.Name.IndexOf('=') > 0)
        {
            ReportMalformed(option.Span, MalformedDirectiveMessages.CheckOption(option.Name));
        }
    }

    private void Judge(Suppressor suppressor)
    {
        SuppressionComment comment = suppressor.Comment;
        if (comment.UnknownVerb is { } verb)
        {
            ReportMalformed(
                verb.Span,
                SpellChecker.GetSuggestion(verb.Name.AsSpan(), Verbs) is { } nearest
                    ? MalformedDirectiveMessages.MisspelledVerb(verb.Name, nearest)
                    : MalformedDirectiveMessages.UnknownVerb(verb.Name)
            );
            return;
        }

        if (comment.Rules.IsEmpty)
        {
            string text = _file.File!.Text.ToString(comment.Span);
            ReportMalformed(comment.Span, MalformedDirectiveMessages.NoRule(text));
        }

        bool isExpired = IsExpired(comment);
        if (comment.Until is { } until && ParseDate(until.Name) is null)
        {
            ReportMalformed(until.Span, MalformedDirectiveMessages.InvalidDate(until.Name));
            return;
        }

        RuleSet rules = _options.Rules;
        for (int i = 0; i < comment.Rules.Length; i++)
        {
            NamedSpan rule = comment.Rules[i];
            RuleDescriptor[] named = rules.FindAll(rule.Name);
            if (ShellCheckRules.Find(rule.Name) is { } external)
            {
                if (!_isShellChecked)
                {
                    // For the run with ShellCheck, which finds more under most numbers.
                    continue;
                }

                named = named.Length == 0 ? [external] : named;
            }

            if (named.Length == 0)
            {
                ReportMalformed(
                    rule.Span,
                    rules.FindNearest(rule.Name) is { } nearest
                        ? MalformedDirectiveMessages.MisspelledRule(rule.Name, nearest)
                        : MalformedDirectiveMessages.UnknownRule(rule.Name)
                );
            }
            else if (
                isExpired
                || (
                    !Array.Exists(named, known => _used.Contains((suppressor, known.Id)))
                    && Array.Exists(named, rules.IsEnabled)
                )
            )
            {
                DiagnosticMessage message =
                    isExpired && comment.Until is { } date
                        ? UnusedSuppressionMessages.Expired(rule.Name, date.Name)
                        : UnusedSuppressionMessages.Default(rule.Name);
                Report(RuleDescriptors.UnusedSuppression, rule.Span, message, tier: null);
            }
        }
    }

    private Location At(TextSpan span) => new(new SourceSpan(_file.File!, span));

    private void ReportMalformed(TextSpan span, DiagnosticMessage message) =>
        Report(RuleDescriptors.MalformedDirective, span, message, "suppression");

    private void Report(RuleDescriptor rule, TextSpan span, DiagnosticMessage message, string? tier)
    {
        var diagnostic = new Diagnostic(rule, At(span), message, tier);
        foreach ((_, Severity severity) in SeverityStage.Rate([diagnostic], _file.Rules))
        {
            _judged.Add(new JudgedDiagnostic(diagnostic, severity, Suppression: null));
        }
    }

    /// <summary>A suppression works up to and including its last day; one with an unreadable date never.</summary>
    private bool IsExpired(SuppressionComment comment) =>
        comment.Until is { } until
        && (ParseDate(until.Name) is not { } date || (_options.Today is { } today && today.UtcDateTime.Date > date));

    private static DateTime? ParseDate(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date
            : null;
}
