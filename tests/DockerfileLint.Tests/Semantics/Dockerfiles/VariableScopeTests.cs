using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

/// <summary>Each file ends with a WORKDIR whose path is the word to expand.</summary>
internal sealed class VariableScopeTests
{
    [TestCase("FROM scratch\nENV A=1\nENV A=2 B=$A\nWORKDIR $A$B", "21", Certainty.Known)]
    [TestCase("FROM scratch\nARG A=1 B=$A\nWORKDIR $B", "1", Certainty.Default)]
    [TestCase("ARG A=1\nFROM scratch\nWORKDIR x$A", "x", Certainty.Known)]
    [TestCase("ARG A=1\nFROM scratch\nARG A\nWORKDIR x$A", "x1", Certainty.Default)]
    [TestCase("ARG A=1\nFROM scratch\nENV A=2\nARG A\nWORKDIR x$A", "x1", Certainty.Default)]
    [TestCase("FROM scratch\nENV A=2\nARG A\nWORKDIR x$A", "x2", Certainty.Default)]
    [TestCase("FROM scratch\nARG A=1\nENV A=2\nWORKDIR x$A", "x2", Certainty.Known)]
    [TestCase("FROM scratch\nARG A\nWORKDIR x$A", "x", Certainty.Default)]
    [TestCase("FROM scratch\nARG A\nWORKDIR $A", "", Certainty.Unknown, Description = "somebody has to set it")]
    [TestCase("FROM debian\nWORKDIR x$A", "x", Certainty.Default, Description = "Debian sets no such variable")]
    [TestCase("FROM a\nWORKDIR x$A", "x", Certainty.Unknown, Description = "the image may")]
    [TestCase(
        "FROM scratch\nWORKDIR $PATH",
        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        Certainty.Known
    )]
    [TestCase("FROM scratch AS a\nENV A=1\nFROM a AS b\nFROM b\nWORKDIR $A", "1", Certainty.Known)]
    [TestCase("FROM scratch AS a\nONBUILD ENV A=1\nFROM a AS b\nENV B=$A\nWORKDIR $B", "1", Certainty.Known)]
    [TestCase("FROM scratch AS a\nONBUILD ENV A=1\nWORKDIR x$A", "x", Certainty.Known)]
    [TestCase("FROM scratch AS a\nONBUILD ARG A=1\nONBUILD ENV B=$A\nFROM a\nWORKDIR $B", "1", Certainty.Default)]
    [TestCase("FROM scratch\nWORKDIR x$TARGETARCH", "x", Certainty.Known)]
    [TestCase("FROM scratch\nARG TARGETARCH\nWORKDIR x$TARGETARCH", "xamd64", Certainty.Unknown)]
    [TestCase("ARG TARGETARCH=arm64\nFROM scratch\nARG TARGETARCH\nWORKDIR x$TARGETARCH", "xarm64", Certainty.Default)]
    [TestCase("FROM scratch\nWORKDIR x$HTTP_PROXY", "x", Certainty.Known)]
    [TestCase(
        "FROM scratch\nARG BUILDKIT_SBOM_SCAN_STAGE=true\nWORKDIR x$BUILDKIT_SBOM_SCAN_STAGE",
        "x",
        Certainty.Known
    )]
    public void A_name_means_what_stands_before_the_word(string text, string expected, Certainty certainty)
    {
        Stage stage = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text)).FinalStage!;
        WordSyntax path = stage.Instructions.OfType<WorkdirInstructionSyntax>().Single().Path!;
        Fact<string> value = stage.Expand(path);
        (value.DisplayText, value.Certainty, value.Node).Should().Be((expected, certainty, path));
    }

    [TestCase("ARG A=1\nARG B=${A}2\nFROM x$B", "x12", Certainty.Default)]
    [TestCase("FROM x$B", "x", Certainty.Known)]
    [TestCase("FROM scratch\nARG B=1\nFROM x$B", "x", Certainty.Known)]
    [TestCase("FROM x-$TARGETOS", "x-linux", Certainty.Unknown)]
    public void FROM_sees_what_stands_before_the_first_one(string text, string expected, Certainty certainty)
    {
        Fact<string> name = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text)).FinalStage!.BaseName;
        (name.DisplayText, name.Certainty).Should().Be((expected, certainty));
    }

    [Test]
    public void Lines_that_repeat_a_long_value_do_not_fill_the_memory()
    {
        string text =
            "FROM scratch\nENV A="
            + new string('a', 60_000)
            + "\n"
            + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"ENV B{i}=$A\n"))
            + "WORKDIR $B4999";
        Stage stage = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text)).FinalStage!;
        Fact<string> path = stage.Expand(((WorkdirInstructionSyntax)stage.Instructions[^1]).Path!);
        (path.DisplayText, path.Certainty).Should().Be(("", Certainty.Unknown));
    }

    [TestCase("COPY $A x", 100, Certainty.Known)]
    [TestCase("COPY $A x", 5_000, Certainty.Unknown)]
    [TestCase("COPY [\"\\u0024A\", \"x\"]", 100, Certainty.Known)]
    [TestCase("COPY [\"\\u0024A\", \"x\"]", 5_000, Certainty.Unknown)]
    public void Words_that_repeat_a_long_value_share_what_a_file_may_cost(string copy, int count, Certainty certainty)
    {
        string text =
            $"FROM scratch\nENV A={new string('a', 60_000)}\n" + string.Concat(Enumerable.Repeat(copy + "\n", count));
        Stage stage = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text)).FinalStage!;

        stage
            .Instructions.OfType<CopyInstructionSyntax>()
            .Select(each => stage.Expand(each.Sources[0]).Certainty)
            .Should()
            .OnlyContain(each => each == certainty);
    }
}
