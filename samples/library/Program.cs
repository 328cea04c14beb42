using DockerfileLint.Analysis;
using DockerfileLint.Reporting;
using DockerfileLint.Text;

var file = new SourceFile("Dockerfile", SourceText.From("FROM debian:13-slim\nUSER root\n"));
FileResult result = new Linter().Lint(file, FileKind.Dockerfile);
using Stream output = Console.OpenStandardOutput();
SarifReport.Write([result], output);
