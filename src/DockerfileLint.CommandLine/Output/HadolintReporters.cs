using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Output;

/// <summary>Makes the reports of <c>hadolint</c>, under the names that hadolint gives them.</summary>
/// <param name="rules">The rules that run.</param>
/// <param name="isColored">Whether text for a terminal is coloured.</param>
/// <param name="versionControl">What SARIF says about the repository, or <c>null</c>.</param>
internal sealed class HadolintReporters(
    ImmutableArray<RuleDescriptor> rules,
    bool isColored,
    VersionControlDetails? versionControl
)
{
    internal const string Text = "tty";
    internal const string Gnu = "gnu";
    internal const string CodeClimate = "codeclimate";
    internal const string Codacy = "codacy";

    private const string EngineId = "Hadolint";

    internal IReporter Create(OutputRequest request, ReportTarget target) =>
        request.Format switch
        {
            OutputRequest.Json => new HadolintJsonReporter(target.Stream),
            OutputRequest.Checkstyle => new CheckstyleReporter(target.Stream),
            CodeClimate => new CodeClimateReporter(target.Stream),
            "gitlab_codeclimate" => new GitLabReporter(
                target.Stream,
                new GitLabOptions { UsesHadolintSeverities = true }
            ),
            Gnu => new GnuReporter(target.Writer),
            Codacy => new CodacyReporter(target.Stream),
            OutputRequest.SonarQube => new SonarQubeReporter(
                target.Stream,
                new SonarQubeOptions { EngineId = EngineId, HasVulnerabilities = false }
            ),
            OutputRequest.JUnit => new JUnitReporter(target.Stream, new JUnitOptions { ToolId = "hadolint" }),
            OutputRequest.Sarif => new SarifReporter(
                target.Stream,
                new SarifOptions
                {
                    ToolVersion = ToolVersion.Current,
                    VersionControl = versionControl,
                    Rules = rules,
                }
            ),
            _ => new HadolintTextReporter(target.Writer, new TextOptions { Color = isColored && target.IsTerminal }),
        };
}
