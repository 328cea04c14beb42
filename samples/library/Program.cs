using DockerfileLint.Analysis;
using DockerfileLint.Reporting;
using DockerfileLint.Text;

var file = new SourceFile("Dockerfile", SourceText.From("FROM debian:13-slim\nUSER root\n"));
FileResult result = new Linter().Lint(file, FileKind.Dockerfile);
var totals = new LintTotals();
totals.Add(result);

using var stream = Console.OpenStandardOutput();
var sarif = new SarifReporter(stream, new SarifOptions { ToolVersion = "1.0.0" });
sarif.Write(result);
sarif.Complete(totals, exitCode: totals.Findings > 0 ? 1 : 0);
