using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Reporting;

Project project = Project.Empty.WithDocument("Dockerfile", "FROM debian:13-slim\nUSER root\n");
LintResult result = new Linter().Lint(project);

using var stream = Console.OpenStandardOutput();
var sarif = new SarifReporter(stream, new SarifOptions { ToolVersion = "1.0.0" });
foreach (FileResult file in result.Files)
{
    sarif.Write(file);
}

sarif.Complete(result.Totals, exitCode: result.Totals.Findings > 0 ? 1 : 0);
