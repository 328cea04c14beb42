using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

internal sealed class DirectiveTests
{
    [TestCase("# syntax=docker/dockerfile:1\n", "syntax", "docker/dockerfile:1")]
    [TestCase("#syntax=a", "syntax", "a", Description = "no blank, no line end")]
    [TestCase("#\t SYNtax \t=\t A:1 \t\n", "syntax", "A:1", Description = "blanks around everything, case of the name")]
    [TestCase("   # escape=`\n", "escape", "`", Description = "the line parser trims leading blanks")]
    [TestCase("# check=skip=all \\\n", "check", "skip=all \\", Description = "no continuation inside directives")]
    [TestCase(
        "# syntax=a b\n",
        "syntax",
        "a b",
        Description = "the value is the whole rest; what counts of it is its reader's matter"
    )]
    [TestCase("# syntax==\n", "syntax", "=")]
    [TestCase("# syntax=a\r\n", "syntax", "a")]
    [TestCase("\u00A0# syntax=a\n", "syntax", "a")]
    public void A_known_name_and_a_value_make_a_directive(string text, string name, string value)
    {
        DirectiveSyntax directive = DockerfileSyntaxTree.Parse(text).Root.Directives.Should().ContainSingle().Which;

        directive.Name.Should().Be(name);
        directive.Value.Should().Be(value);
    }

    [TestCase("# syntax=\n", Description = "no value")]
    [TestCase("# syntax= \t\n", Description = "a blank value")]
    [TestCase("# syntax a\n", Description = "no equals sign")]
    [TestCase("# syntaxes=a\n")]
    [TestCase("# syn tax=a\n")]
    [TestCase("# key=value\n")]
    [TestCase("## syntax=a\n")]
    [TestCase("\n# syntax=a\n", Description = "a blank line ends the header")]
    [TestCase("#\n# syntax=a\n", Description = "so does a comment")]
    [TestCase("# key=value\n# syntax=a\n", Description = "and an unknown directive")]
    [TestCase("#!/bin/sh\n# syntax=a\n", Description = "and a first line for a shell")]
    [TestCase("FROM a\n# syntax=a\n")]
    [TestCase("// syntax=a\n")]
    public void Everything_else_makes_none(string text) =>
        DockerfileSyntaxTree.Parse(text).Root.Directives.Should().BeEmpty();

    [Test]
    public void A_directive_stays_in_force_below_what_ends_the_header()
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse(
            "# escape=`\n# comment\n# escape=\\\nFROM a\nRUN b `\n  c\nRUN d \\\nRUN e\n"
        );

        tree.Escape.Should().Be('`');
        TreeOutline
            .Of(tree)
            .Should()
            .Be("#escape=`\nFROM \"a\"\nRUN shell \"b   c\"\nRUN shell \"d \\\\\"\nRUN shell \"e\"");
    }

    [Test]
    public void Several_directives_make_a_header() =>
        TreeOutline
            .Of("# syntax=a\n#check=skip=all\n# ESCAPE=`\nFROM a")
            .Should()
            .Be("#syntax=a\n#check=skip=all\n#escape=`\nFROM \"a\"");

    [Test]
    public void The_first_escape_directive_that_can_be_read_counts_until_another_one_comes() =>
        DockerfileSyntaxTree.Parse("# escape=`\n# escape=x\nFROM a").Escape.Should().Be('`');
}
