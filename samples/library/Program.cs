using DockerfileLint.Analysis;
using DockerfileLint.Files;
using DockerfileLint.Reporting;

LintResult result = new Linter().Lint(ProjectFolder.Open("."));
Console.WriteLine(SarifReport.ToString(result.Files));
