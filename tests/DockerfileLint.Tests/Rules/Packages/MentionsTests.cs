using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class MentionsTests
{
    [TestCase("FROM a\nRUN word\nRUN last", true)]
    [TestCase("FROM a\nCOPY word b\nRUN last", true)]
    [TestCase("FROM a\nADD word b\nRUN last", true)]
    [TestCase("FROM a\nONBUILD RUN word\nRUN last", true)]
    [TestCase("FROM a\nRUN last word", true, Description = "in the instruction itself")]
    [TestCase("FROM a AS b\nRUN word\nFROM b AS c\nFROM c\nRUN last", true, Description = "in a base")]
    [TestCase("FROM a AS b\nRUN word\nFROM a\nRUN last", false, Description = "in another stage")]
    [TestCase("FROM a\nRUN last\nRUN word", false, Description = "later")]
    [TestCase("FROM a AS b\nFROM c\nRUN word\nFROM b\nRUN last", false, Description = "between a base and the stage")]
    [TestCase("FROM a\nENV word=1\nRUN last", false, Description = "in an instruction that writes no file")]
    [TestCase("RUN word\nFROM a\nRUN last", false, Description = "before the first stage")]
    [TestCase("FROM a\n# word\nRUN last", false, Description = "in a comment")]
    [TestCase("RUN last", false)]
    public void Exist_before_an_instruction_that_finds_what_they_write(string text, bool expected)
    {
        DockerfileModel model = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text));
        InstructionSyntax last = model.Tree.Root.Instructions.Last(each => each.ToString().Contains("last"));

        Mentions.Of(model).ExistBefore(last, "word").Should().Be(expected);
        Mentions.Of(model).ExistBefore(last, "word").Should().Be(expected, "the answer is kept");
    }

    [Test]
    public void Exist_in_the_instruction_that_holds_them()
    {
        DockerfileModel model = DockerfileModel.Create(
            DockerfileSyntaxTree.Parse("FROM a\nRUN wor\nRUN d word word\nONBUILD RUN word\nRUN a\n")
        );

        model
            .FinalStage!.Instructions.Select(each => (each as OnbuildInstructionSyntax)?.Trigger ?? each)
            .Select(each => Mentions.Of(model).ExistIn(each, "word"))
            .Should()
            .Equal(false, true, true, false);
    }
}
