using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine;

/// <summary>
/// Puts everything that a parser refuses under hadolint's one number for it, DL1000, with the messages of all.
/// </summary>
internal sealed class HadolintParseErrors
{
    private const string Id = "DL1000";

    private readonly RuleDescriptor _rule;
    private readonly Dictionary<MessageTemplate, MessageTemplate> _messages = [];

    /// <param name="rules">The rules that run.</param>
    internal HadolintParseErrors(RuleSet rules)
    {
        foreach (
            RuleDescriptor rule in rules.Descriptors.Where(rule =>
                IsParseError(rule) && rule.Id != Id && rules.IsEnabled(rule)
            )
        )
        {
            foreach (MessageTemplate message in rule.Messages)
            {
                _messages[message] = message with { Id = $"{rule.Name}-{message.Id}" };
            }
        }

        RuleDescriptor own = rules.Descriptors.Single(rule => rule.Id == Id);
        _rule = new RuleDescriptor(own.Id, own.Name, own.Messages.AddRange(_messages.Values), own.DefaultSeverity)
        {
            Title = own.Title,
            Summary = own.Summary,
            Category = own.Category,
            Kind = own.Kind,
            EnabledSeverity = own.EnabledSeverity,
            Tags = own.Tags,
            Aliases = own.Aliases,
            Precision = own.Precision,
            HelpUri = own.HelpUri,
        };
    }

    /// <summary>The result under hadolint's numbers.</summary>
    internal FileResult Translate(FileResult result)
    {
        ImmutableArray<Finding> findings = result.Findings;
        return findings.Any(finding => IsParseError(finding.Rule))
            ? new FileResult
            {
                Path = result.Path,
                Language = result.Language,
                File = result.File,
                Findings = [.. findings.Select(finding => IsParseError(finding.Rule) ? Translate(finding) : finding)],
                Notifications = result.Notifications,
                ShellCheckVersion = result.ShellCheckVersion,
            }
            : result;
    }

    private static bool IsParseError(RuleDescriptor rule) => rule is { Kind: RuleKind.Parser, IsBuildError: true };

    private Finding Translate(Finding finding)
    {
        MessageTemplate template =
            finding.Rule.Id != Id && _messages.TryGetValue(finding.Message.Template, out MessageTemplate? renamed)
                ? renamed
                : finding.Message.Template;
        var diagnostic = new Diagnostic(
            _rule,
            finding.Location,
            new DiagnosticMessage(template, [.. finding.Message.Arguments])
        )
        {
            RelatedLocations = finding.RelatedLocations,
            LogicalLocation = finding.LogicalLocation,
        };
        return new Finding(diagnostic, _rule.DefaultSeverity, suppression: null, finding.Fingerprint);
    }
}
