using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

/// <summary>Every kind of log that the reporter writes, before the strictest validator and the schema.</summary>
internal sealed class SarifValidationTests
{
    [Test]
    public void Every_log_passes_the_validator_without_a_note()
    {
        string tool = SharedTools.GetPath("tools/sarif-check");
        SharedTools.Run("npm", "--version").ExitCode.Should().Be(0);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach ((string name, byte[] log) in Logs())
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, name + ".sarif"), log);
            }

            string[] files = [.. Directory.EnumerateFiles(folder.FullName).Order(StringComparer.Ordinal)];
            (int exitCode, string output) = SharedTools.Run("python3", [tool, .. files]);
            output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Should()
                .Equal(files.Select(file => $"{file}: 0 errors, 0 warnings, 0 notes"));
            exitCode.Should().Be(0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, byte[] Log)> Logs()
    {
        SarifOptions options = Sample.Options;
        yield return ("empty", Sample.ToSarif([], options, exitCode: 0));
        yield return ("plain", Sample.ToSarif(Sample.PlainRun(), options, exitCode: 3));
        yield return (
            "options",
            Sample.ToSarif(
                Sample.PlainRun(),
                options with
                {
                    IncludeSuppressed = true,
                    Category = "images/",
                    RootUri = new Uri("file:///src/project/"),
                },
                exitCode: 3
            )
        );
        yield return (
            "repository",
            Sample.ToSarif(
                Sample.PlainRun(),
                options with
                {
                    VersionControl = new VersionControlDetails("git@example.org:team/project.git", null, null),
                }
            )
        );
        yield return (
            "hostile",
            Sample.ToSarif(Sample.HostileRun(), options with { IncludeSuppressed = true, Category = "a category" })
        );

        var file = new SourceFile("Dockerfile", SourceText.From(string.Concat(Enumerable.Repeat("USER root\n", 500))));
        IEnumerable<Diagnostic> many = Enumerable
            .Range(0, 500)
            .Select(line => new Diagnostic(
                Sample.Casing,
                Sample.Location(file, line * 10, (line * 10) + 4),
                new DiagnosticMessage(Sample.Casing.Messages[0], "USER")
            ));
        yield return ("many", Sample.ToSarif([Sample.Result(file, Language.Dockerfile, [.. many])], options));
    }
}
