using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Corpus;

/// <summary>Files as people write them, whole and damaged: nothing crashes, nothing is lost.</summary>
internal sealed class CorpusTests
{
    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfDockerfiles))]
    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfBrokenFiles))]
    public void Invariants_hold_for_Dockerfiles(string corpus) =>
        CheckEach(
            Corpora.Read(corpus).Where(file => file.IsDockerfile),
            Language.Dockerfile,
            (file, bytes) => TreeInvariants.Check(DockerfileSyntaxTree.Parse(file), bytes)
        );

    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfComposeFiles))]
    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfBrokenFiles))]
    public void Invariants_hold_for_Compose_files(string corpus) =>
        CheckEach(
            Corpora.Read(corpus).Where(file => file.IsCompose),
            Language.Compose,
            (file, bytes) =>
            {
                var tree = YamlSyntaxTree.Parse(file);
                TreeInvariants.Check(tree, bytes);
                tree.ShouldBeSound();
            }
        );

    private static void CheckEach(IEnumerable<CorpusFile> files, Language kind, Action<SourceFile, byte[]> checkTree)
    {
        var linter = new Linter();
        int count = 0;
        Parallel.ForEach(
            files,
            file =>
            {
                try
                {
                    var source = file.ToSourceFile();
                    checkTree(source, file.Bytes);
                    ResultInvariants.Check(Lint.Run(linter, source, kind));
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException(file.Path, exception);
                }

                Interlocked.Increment(ref count);
            }
        );

        count.Should().BePositive();
    }
}
