using DockerfileLint.Rules.BuildContexts;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildContexts;

internal sealed class CopiedArchivesTests
{
    [TestCase("COPY x/a.tar /y/", "x/a.tar")]
    [TestCase("COPY x/a.tar /y/\nCOPY z/a.tar /y/", "z/a.tar", Description = "the last one counts")]
    [TestCase("COPY b /y/a.tar", "b", Description = "it has another name in the image")]
    [TestCase("COPY \"x\\a.tar\" c:/y/", "\"x\\a.tar\"")]
    [TestCase("COPY --from=b x/a.tar /y/", null, Description = "it is no file of the context")]
    [TestCase("COPY x/b.tar /y/", null)]
    [TestCase("FROM b\nCOPY x/a.tar /y/\nFROM c", null, Description = "it is in another stage")]
    [TestCase("", null)]
    public void An_archive_is_found_by_its_name_in_the_image(string copy, string? source)
    {
        DockerfileModel model = DockerfileModel.Create(
            DockerfileSyntaxTree.Parse($"FROM a\n{copy}\nRUN tar -xf a.tar\nCOPY later/a.tar /y/\n")
        );
        InstructionSyntax run = model.FinalStage!.Instructions.OfType<RunInstructionSyntax>().Single();

        CopiedArchives.Of(model).Find(run, "a.tar")?.ToString().Should().Be(source);
    }
}
