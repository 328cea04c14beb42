using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Reporting;

Project project = Project.Create().WithDocument("Dockerfile", "FROM debian:13-slim\nUSER root\n");
LintResult result = new Linter().Lint(project);
Console.WriteLine(SarifReport.ToString(result.Files));
