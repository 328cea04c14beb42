using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

/// <summary>Physical lines become instructions.</summary>
internal sealed class LogicalLineTests
{
    [TestCase("RUN a \\\n  b", "RUN shell \"a   b\"", Description = "leading blanks of a continuation stay")]
    [TestCase("RUN a\\\nb", "RUN shell \"ab\"", Description = "nothing is put between")]
    [TestCase("RU\\\nN a", "RUN shell \"a\"", Description = "even in the name")]
    [TestCase("RUN a \\ \t\n b", "RUN shell \"a  b\"", Description = "blanks behind the escape")]
    [TestCase("RUN a \\\r\n b\r\n", "RUN shell \"a  b\"")]
    [TestCase("RUN a \\\\\nUSER b", "RUN shell \"a \\\\\\\\\"\nUSER \"b\"", Description = "a doubled escape is text")]
    [TestCase("RUN a \\\\\\\nUSER b", "RUN shell \"a \\\\\\\\\\\\\"\nUSER \"b\"", Description = "so is a tripled one")]
    [TestCase(
        "RUN a \\\u00A0\nUSER b",
        "RUN shell \"a \\\\\"\nUSER \"b\"",
        Description = "another blank behind the escape is no blank; the end of the line is trimmed"
    )]
    [TestCase("RUN a \\", "RUN shell \"a\"", Description = "at the end of the file")]
    [TestCase("RUN a \\\n", "RUN shell \"a\"")]
    [TestCase("RUN a \\\n\n \t\n\u00A0\nb", "RUN shell \"a b\"", Description = "blank lines do not end it")]
    [TestCase(
        "RUN a \\\n\nUSER b",
        "RUN shell \"a USER b\"",
        Description = "so that the next instruction is swallowed"
    )]
    [TestCase(
        "RUN a \\\n# c \\\n  # d\n b",
        "RUN shell \"a  b\"",
        Description = "nor do comments, which never continue"
    )]
    [TestCase("RUN a \\\n\\\nb", "RUN shell \"a b\"", Description = "a line with an escape alone is not blank")]
    [TestCase("\\\nRUN a", "RUN shell \"a\"", Description = "also as the first line")]
    [TestCase("\\\n  RUN a", "RUN shell \"a\"")]
    [TestCase(
        "USER a\n\\\n\n# b",
        "USER \"a\"\nUNKNOWN \\",
        Description = "but nothing but blank lines may not follow it"
    )]
    [TestCase("ENV a='b \\\n# c\nd'", "ENV \"a\"=\"'b d'\"", Description = "comments vanish inside quotes too")]
    [TestCase("RUN a # b", "RUN shell \"a # b\"", Description = "no comment behind an instruction")]
    [TestCase("  \tRUN a", "RUN shell \"a\"")]
    [TestCase("\u00A0RUN a", "RUN shell \"a\"")]
    [TestCase("RUN\ta", "RUN shell \"a\"")]
    [TestCase("RUN\va", "RUN shell \"a\"")]
    [TestCase("RUN\fa", "RUN shell \"a\"")]
    [TestCase("RUN\ra", "RUN shell \"a\"", Description = "a CR inside a line is a blank")]
    [TestCase("RUN a\rUSER b", "RUN shell \"a\\rUSER b\"", Description = "and no line end")]
    [TestCase(
        "RUN a\r\r\nUSER b",
        "RUN shell \"a\"\nUSER \"b\"",
        Description = "CRs before the LF belong to the line end"
    )]
    [TestCase("RUN\u00A0a", "UNKNOWN RUN\u00A0a", Description = "NBSP is no blank behind the name")]
    [TestCase("run a\nRun b", "RUN shell \"a\"\nRUN shell \"b\"")]
    [TestCase("RUN", "RUN shell \"\"")]
    [TestCase("RUN \u0001", "RUN shell \"\u0001\"")]
    [TestCase("RUN a\0b", "RUN shell \"a\0b\"")]
    [TestCase("\uFEFFRUN a", "RUN shell \"a\"")]
    public void Lines_are_joined_as_the_builder_joins_them(string text, string outline) =>
        TreeOutline.Of(text).Should().Be(outline);

    [Test]
    public void A_backtick_can_be_the_escape()
    {
        TreeOutline
            .Of("# escape=`\nRUN a `\n  b\nRUN c \\\nRUN d ``\nRUN e")
            .Should()
            .Be("#escape=`\nRUN shell \"a   b\"\nRUN shell \"c \\\\\"\nRUN shell \"d ``\"\nRUN shell \"e\"");
    }

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase(" \t\r\n\u00A0")]
    public void A_blank_file_is_empty(string text) =>
        DockerfileSyntaxTree
            .Parse(text)
            .Diagnostics.Should()
            .ContainSingle()
            .Which.Message.Template.Id.Should()
            .Be("empty-file");

    [TestCase("# a")]
    [TestCase("\n  # a\n\n#b\n")]
    [TestCase("# syntax=a")]
    public void A_file_of_comments_holds_no_instruction(string text)
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse(text);

        tree.Root.Instructions.Should().BeEmpty();
        tree.Diagnostics.Should().ContainSingle().Which.Message.Template.Id.Should().Be("no-instructions");
    }

    [Test]
    public void An_instruction_spans_from_its_name_to_the_last_line_it_takes()
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse("  RUN a \\\n# b\n  c  \nUSER d\n");

        tree.Root.Instructions.Select(instruction => instruction.ToString())
            .Should()
            .Equal("RUN a \\\n# b\n  c", "USER d");
    }

    [Test]
    public void Every_character_has_a_token()
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse(" # a\n RUN --network=none x \\ \n# b\n\n y\n");

        tree.Tokens.Select(token => (token.Kind, tree.Text.ToString(token.Span)))
            .Should()
            .Equal(
                (SyntaxKind.Whitespace, " "),
                (SyntaxKind.Comment, "# a"),
                (SyntaxKind.NewLine, "\n"),
                (SyntaxKind.Whitespace, " "),
                (SyntaxKind.Keyword, "RUN"),
                (SyntaxKind.Whitespace, " "),
                (SyntaxKind.Flag, "--network=none"),
                (SyntaxKind.Whitespace, " "),
                (SyntaxKind.Argument, "x"),
                (SyntaxKind.Whitespace, " "),
                (SyntaxKind.Continuation, "\\ "),
                (SyntaxKind.NewLine, "\n"),
                (SyntaxKind.Comment, "# b"),
                (SyntaxKind.NewLine, "\n"),
                (SyntaxKind.NewLine, "\n"),
                (SyntaxKind.Whitespace, " "),
                (SyntaxKind.Argument, "y"),
                (SyntaxKind.NewLine, "\n")
            );
    }

    [Test]
    public void A_word_over_a_continuation_knows_its_text_and_its_place()
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse("USER ro\\\n# c\not");

        WordSyntax user = ((UserInstructionSyntax)tree.Root.Instructions[0]).User!;
        user.Text.Should().Be("root");
        user.IsVerbatim.Should().BeFalse();
        user.ToString().Should().Be("ro\\\n# c\not");
        user.GetSpan(1, 2).Should().Be(user.Span);
    }
}
