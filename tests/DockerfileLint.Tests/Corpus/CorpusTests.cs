using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Corpus;

/// <summary>Files that people wrote: nothing crashes, nothing is lost.</summary>
internal sealed class CorpusTests
{
    [TestCase("corpus/dockerfiles.tar.gz", 10_000)]
    [TestCase("corpus/projects.tar.gz", 500)]
    public void Invariants_hold_for_real_Dockerfiles(string archive, int expectedFiles)
    {
        var linter = new Linter();
        int files = 0;
        Parallel.ForEach(
            SharedArchive.Read(archive).Where(file => IsDockerfile(file.Name)),
            file =>
            {
                try
                {
                    Check(linter, file.Name, file.Bytes);
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException(file.Name, exception);
                }

                Interlocked.Increment(ref files);
            }
        );

        files.Should().BeGreaterThan(expectedFiles);
    }

    [Test]
    public void Invariants_hold_for_the_samples_of_this_repository()
    {
        string samples = Path.Combine(SharedTools.RepositoryRoot, "samples");
        if (!Directory.Exists(samples))
        {
            Assert.Ignore($"{samples} is missing.");
        }

        string[] paths = [.. Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories).Where(IsDockerfile)];
        paths.Should().NotBeEmpty();
        foreach (string path in paths)
        {
            Check(new Linter(), path, File.ReadAllBytes(path));
        }
    }

    private static void Check(Linter linter, string name, byte[] bytes)
    {
        var file = new SourceFile(name, SourceText.From(bytes));
        TreeInvariants.Check(DockerfileSyntaxTree.Parse(file), bytes);
        ResultInvariants.Check(linter.Lint(Project.Create().WithDocument(file, Language.Dockerfile), file.Path));
    }

    private static bool IsDockerfile(string path)
    {
        string name = Path.GetFileName(path);
        return name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Containerfile", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase);
    }
}
