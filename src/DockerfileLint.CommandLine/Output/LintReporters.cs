using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.CommandLine.Baselines;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Output;

/// <summary>Makes the reports of <c>lint</c>.</summary>
internal sealed class LintReporters(
    LintSettings settings,
    CommandLineEnvironment environment,
    VersionControlDetails? versionControl,
    AuditCollector? audits
)
{
    internal IReporter Create(OutputRequest request, ReportTarget target) =>
        audits is not null
            ? new AuditReporter(audits, CreateAuditWriter(request, target))
            : CreateOfFindings(request, target);

    private IReporter CreateOfFindings(OutputRequest request, ReportTarget target) =>
        request.Format switch
        {
            OutputRequest.Sarif => new SarifReporter(target.Stream, CreateSarifOptions()),
            OutputRequest.Json => new JsonReporter(target.Stream),
            OutputRequest.Checkstyle => new CheckstyleReporter(target.Stream),
            OutputRequest.GitLab => new GitLabReporter(target.Stream),
            OutputRequest.JUnit => new JUnitReporter(target.Stream),
            OutputRequest.Baseline => new BaselineReporter(target.Writer),
            OutputRequest.GitHub => new GitHubReporter(target.Writer),
            OutputRequest.Markdown => new MarkdownReporter(target.Writer),
            OutputRequest.MSBuild => new MSBuildReporter(target.Writer),
            OutputRequest.Html => new HtmlReporter(
                target.Stream,
                new HtmlOptions { ToolVersion = ToolVersion.Current }
            ),
            OutputRequest.SonarQube => new SonarQubeReporter(target.Stream),
            _ => new TextReporter(target.Writer, CreateTextOptions(target)),
        };

    private Action<AuditResult, int> CreateAuditWriter(OutputRequest request, ReportTarget target) =>
        request.Format switch
        {
            OutputRequest.Json => (result, exitCode) => AuditJsonReport.Write(result, target.Stream, exitCode),
            OutputRequest.Sarif => (result, exitCode) =>
                WriteAll(
                    new SarifReporter(target.Stream, CreateSarifOptions() with { Audit = result }),
                    result,
                    exitCode
                ),
            OutputRequest.Html => (result, exitCode) =>
                WriteAll(
                    new HtmlReporter(
                        target.Stream,
                        new HtmlOptions
                        {
                            Title = "Audit of Dockerfiles and Compose files",
                            ToolVersion = ToolVersion.Current,
                            Audit = result,
                        }
                    ),
                    result,
                    exitCode
                ),
            OutputRequest.Markdown => (result, _) => AuditMarkdownReport.Write(result, target.Writer),
            _ => (result, _) => AuditTextReport.Write(result, target.Writer, CreateTextOptions(target)),
        };

    private static void WriteAll(IReporter reporter, AuditResult result, int exitCode)
    {
        foreach (FileResult file in result.Files)
        {
            reporter.Write(file);
        }

        reporter.Complete(result.Totals, exitCode);
    }

    private SarifOptions CreateSarifOptions() =>
        new()
        {
            ToolVersion = ToolVersion.Current,
            Category = settings.SarifCategory,
            IncludeSuppressed = settings.IncludeSuppressed,
            VersionControl = versionControl,
            Rules = [.. settings.Options.Rules.Descriptors.Where(settings.Options.Rules.IsEnabled)],
        };

    private TextOptions CreateTextOptions(ReportTarget target) =>
        new()
        {
            Color =
                settings.Color == ColorMode.Always
                || (settings.Color == ColorMode.Auto && target.IsTerminal && settings.IsColorWanted),
            Width = target.IsTerminal ? environment.TerminalWidth : null,
            ShowBenchmark = settings.ShowsBenchmark,
            Group = settings.IsGrouped,
        };
}
