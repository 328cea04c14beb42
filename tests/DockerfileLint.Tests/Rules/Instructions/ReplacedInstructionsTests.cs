using DockerfileLint.Rules.Instructions;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class ReplacedInstructionsTests
{
    [TestCase("FROM a\nCMD b\nCMD c\nCMD d", "CMD c > CMD b", "CMD d > CMD c")]
    [TestCase("FROM a\nCMD b\nENTRYPOINT c\nHEALTHCHECK NONE")]
    [TestCase("FROM a\nCMD b\nFROM a\nCMD c", Description = "another stage")]
    [TestCase(
        "FROM a AS b\nONBUILD CMD c\nCMD d\nFROM b\nCMD e",
        "CMD e > CMD c",
        Description = "a trigger runs first"
    )]
    [TestCase("CMD a\nCMD b\nFROM c\nCMD d", "CMD b > CMD a", Description = "before the first stage")]
    public void The_later_one_of_a_kind_replaces_the_earlier(string text, params string[] expected)
    {
        DockerfileModel model = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text));

        IEnumerable<string> replaced =
            from instruction in model.Tree.Root.Instructions
            let earlier = ReplacedInstructions.Of(model).FindReplacedBy(instruction)
            where earlier is not null
            select $"{instruction} > {earlier}";

        replaced.Should().Equal(expected);
    }
}
