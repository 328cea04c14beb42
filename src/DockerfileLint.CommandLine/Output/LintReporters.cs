using DockerfileLint.CommandLine.Baselines;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Output;

/// <summary>Makes the reports of <c>lint</c>.</summary>
internal sealed class LintReporters(
    LintSettings settings,
    CommandLineEnvironment environment,
    VersionControlDetails? versionControl
)
{
    internal IReporter Create(OutputRequest request, ReportTarget target) =>
        request.Format switch
        {
            OutputRequest.Sarif => new SarifReporter(
                target.Stream,
                new SarifOptions
                {
                    ToolVersion = ToolVersion.Current,
                    Category = settings.SarifCategory,
                    IncludeSuppressed = settings.IncludeSuppressed,
                    VersionControl = versionControl,
                    Rules = [.. settings.Options.Rules.Descriptors.Where(settings.Options.Rules.IsEnabled)],
                }
            ),
            OutputRequest.Json => new JsonReporter(target.Stream),
            OutputRequest.Checkstyle => new CheckstyleReporter(target.Stream),
            OutputRequest.GitLab => new GitLabReporter(target.Stream),
            OutputRequest.JUnit => new JUnitReporter(target.Stream),
            OutputRequest.Baseline => new BaselineReporter(target.Writer),
            OutputRequest.GitHub => new GitHubReporter(target.Writer),
            OutputRequest.Markdown => new MarkdownReporter(target.Writer),
            OutputRequest.MSBuild => new MSBuildReporter(target.Writer),
            OutputRequest.SonarQube => new SonarQubeReporter(target.Stream),
            _ => new TextReporter(
                target.Writer,
                new TextOptions
                {
                    Color =
                        settings.Color == ColorMode.Always
                        || (settings.Color == ColorMode.Auto && target.IsTerminal && settings.IsColorWanted),
                    Width = target.IsTerminal ? environment.TerminalWidth : null,
                    ShowBenchmark = settings.ShowsBenchmark,
                    Group = settings.IsGrouped,
                }
            ),
        };
}
