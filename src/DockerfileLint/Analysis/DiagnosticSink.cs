using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Collects what the rules report on one file, at the configured severity, and what goes wrong in them.
/// </summary>
internal sealed class DiagnosticSink(SourceFile file, RuleSet ruleSet)
{
    private readonly HashSet<(string Rule, TextSpan Span, string? Tier)> _seen = [];
    private HashSet<string>? _crashed;

    /// <summary>The rules with their severities.</summary>
    internal RuleSet RuleSet { get; set; } = ruleSet;

    internal List<Diagnostic> Diagnostics { get; } = [];

    internal List<Notification> Notifications { get; } = [];

    /// <summary>The rule that is running.</summary>
    internal RuleDescriptor Current { get; private set; } = null!;

    /// <summary>Names the rule that runs next; <c>false</c> where it has crashed on this file before.</summary>
    internal bool Start(RuleDescriptor rule)
    {
        Current = rule;
        return _crashed is null || !_crashed.Contains(rule.Id);
    }

    /// <summary>Notes that the running rule crashed; it runs no more on this file.</summary>
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
        TextSpan span,
        DiagnosticMessage message,
        string? tier,
        ImmutableArray<RelatedLocation> related,
        LogicalLocation? logicalLocation
    )
    {
        if (span.End > file.Text.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(span), span, $"The text ends at {file.Text.Length}.");
        }

        if (!_seen.Add((Current.Id, span, tier)))
        {
            // One place can serve many elements, such as an anchor in several services.
            return;
        }

        Add(
            new Diagnostic(Current, new Location(new SourceSpan(file, span)), message, tier)
            {
                RelatedLocations = related.IsDefault ? [] : related,
                LogicalLocation = logicalLocation,
            }
        );
    }

    /// <summary>
    /// Takes what ShellCheck says about a script; what it says about lines that are not the author's is left out.
    /// </summary>
    internal void AddExternal(ShellCheckFinding finding)
    {
        if (finding.Script.Map(finding) is not { } span)
        {
            return;
        }

        RuleDescriptor rule = ShellCheckRules.Get(finding.Code, finding.Severity);
        if (_seen.Add((rule.Id, span, finding.Message)))
        {
            Add(
                new Diagnostic(
                    rule,
                    new Location(new SourceSpan(file, span)),
                    ShellCheckRules.CreateMessage(finding.Message)
                )
                {
                    LogicalLocation = finding.Script.LogicalLocation,
                }
            );
        }
    }

    internal void Add(Diagnostic diagnostic)
    {
        Severity severity = RuleSet.GetSeverity(diagnostic.Rule, diagnostic.Tier);
        if (severity != Severity.Off)
        {
            Diagnostics.Add(diagnostic.WithSeverity(severity));
        }
    }
}
