using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

internal sealed class HeredocTests
{
    [TestCase("RUN <<EOF\na\nEOF\nUSER b", "RUN shell \"<<EOF\" <<EOF\"a\\n\"\nUSER \"b\"")]
    [TestCase("RUN <<EOF\nEOF", "RUN shell \"<<EOF\" <<EOF\"\"")]
    [TestCase(
        "RUN <<'EOF'\na\nEOF",
        "RUN shell \"<<'EOF'\" <<'EOF'\"a\\n\"",
        Description = "quotes switch expansion off"
    )]
    [TestCase("RUN <<\"E F\"\na\nE F", "RUN shell \"<<\\\"E F\\\"\" <<'E F'\"a\\n\"")]
    [TestCase("RUN <<E'O'F\na\nEOF", "RUN shell \"<<E'O'F\" <<'EOF'\"a\\n\"")]
    [TestCase("RUN <<E\\OF\na\nEOF", "RUN shell \"<<E\\\\OF\" <<EOF\"a\\n\"", Description = "an escape does not")]
    [TestCase(
        "RUN <<-EOF\n\ta\n\t\tEOF",
        "RUN shell \"<<-EOF\" <<-EOF\"\\ta\\n\"",
        Description = "tabs before the terminator"
    )]
    [TestCase("RUN 3<<EOF cat\na\nEOF", "RUN shell \"3<<EOF cat\" <<EOF\"a\\n\"", Description = "a descriptor")]
    [TestCase("RUN << EOF\na\nEOF", "RUN shell \"<< EOF\" <<EOF\"a\\n\"", Description = "blanks before the name")]
    [TestCase("RUN << -EOF\na\n-EOF", "RUN shell \"<< -EOF\" <<-EOF\"a\\n\"")]
    [TestCase(
        "RUN cat <<A - <<B\n1\nA\n2\nB\nUSER x",
        "RUN shell \"cat <<A - <<B\" <<A\"1\\n\" <<B\"2\\n\"\nUSER \"x\"",
        Description = "several in order"
    )]
    [TestCase(
        "RUN <<EOF \\\n | sh\na\nEOF",
        "RUN shell \"<<EOF  | sh\" <<EOF\"a\\n\"",
        Description = "the body follows the whole logical line"
    )]
    [TestCase(
        "RUN <<EOF\n# a\n\nb \\\nFROM c\nEOF",
        "RUN shell \"<<EOF\" <<EOF\"# a\\n\\nb \\\\\\nFROM c\\n\"",
        Description = "no comments, blank lines, continuations or instructions inside"
    )]
    [TestCase("RUN <<EOF\r\na\r\nEOF\r\nUSER b", "RUN shell \"<<EOF\" <<EOF\"a\\r\\n\"\nUSER \"b\"")]
    [TestCase("RUN <<A <<A\n1\nA\n2\nA", "RUN shell \"<<A <<A\" <<A\"1\\n\" <<A\"2\\n\"")]
    [TestCase("RUN echo $(cat <<A\n1\nA\n)", "RUN shell \"echo $(cat <<A\" <<A\"1\\n\"\nUNKNOWN )")]
    [TestCase(
        "RUN cat <<\"\"\na\n\nUSER b",
        "RUN shell \"cat <<\\\"\\\"\" <<''\"a\\n\"\nUSER \"b\"",
        Description = "an empty name ends at an empty line"
    )]
    [TestCase(
        "RUN --mount=type=cache,target=/a <<EOF\na\nEOF",
        "RUN --mount=type=cache,target=/a shell \"<<EOF\" <<EOF\"a\\n\""
    )]
    [TestCase("COPY <<a /b\nc\na", "COPY \"<<a\" \"/b\" <<a\"c\\n\"")]
    [TestCase("COPY <<a <<'b' /c\n1\na\n2\nb", "COPY \"<<a\" \"<<'b'\" \"/c\" <<a\"1\\n\" <<'b'\"2\\n\"")]
    [TestCase("ADD <<a b /c\n1\na", "ADD \"<<a\" \"b\" \"/c\" <<a\"1\\n\"")]
    [TestCase(
        "COPY <<\"a b\" /c\n1\na b",
        "COPY \"<<\\\"a\" \"b\\\"\" \"/c\" <<'a b'\"1\\n\"",
        Description = "the arguments are split at blanks all the same"
    )]
    [TestCase("ONBUILD RUN <<EOF\na\nEOF\nUSER b", "ONBUILD RUN shell \"<<EOF\" <<EOF\"a\\n\"\nUSER \"b\"")]
    [TestCase("ONBUILD COPY <<a /b\n1\na", "ONBUILD COPY \"<<a\" \"/b\" <<a\"1\\n\"")]
    public void Bodies_follow_the_line_that_names_them(string text, string outline) =>
        TreeOutline.Of(text).Should().Be(outline);

    [TestCase("RUN cat<<EOF", Description = "glued to a word")]
    [TestCase("RUN cat <<<EOF", Description = "a here-string")]
    [TestCase("RUN echo \"<<EOF\"")]
    [TestCase("RUN echo '<<EOF'")]
    [TestCase("RUN echo \\<<EOF")]
    [TestCase("RUN cat <<")]
    [TestCase("RUN cat <<-")]
    [TestCase("RUN cat <<- EOF", Description = "a blank behind the dash")]
    [TestCase("RUN cat <<EOF 'x", Description = "an open quote undoes them all")]
    [TestCase("RUN cat <<EOF ${x")]
    [TestCase("RUN cat <<E<F")]
    [TestCase("RUN [\"cat\", \"<<EOF\"]", Description = "exec form")]
    [TestCase("COPY [\"<<EOF\", \"/a\"]")]
    [TestCase("CMD cat <<EOF", Description = "another instruction")]
    [TestCase("ENTRYPOINT cat <<EOF")]
    [TestCase("HEALTHCHECK CMD cat <<EOF")]
    [TestCase("ENV a=<<EOF")]
    [TestCase("ONBUILD CMD <<EOF")]
    public void Not_everything_with_two_angles_is_a_here_document(string line)
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse($"{line}\nUSER x\nEOF\n");

        tree.Root.Instructions.Should().HaveCount(3);
        tree.Root.DescendantNodesAndSelf().OfType<HeredocSyntax>().Should().BeEmpty();
    }

    [TestCase("RUN cat <<EOF>out", "EOF>out")]
    [TestCase("RUN (cat <<EOF)", "EOF)")]
    [TestCase("RUN cat <<EOF;", "EOF;")]
    [TestCase("RUN echo $((1 << 2))", "2))")]
    public void What_is_glued_to_the_name_belongs_to_it(string line, string name)
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse($"{line}\n{name}\nUSER x\n");

        HeredocSyntax heredoc = tree.Root.Instructions[0].Heredocs.Should().ContainSingle().Which;
        heredoc.Name.Should().Be(name);
        heredoc.IsTerminated.Should().BeTrue();
        tree.Root.Instructions.Should().HaveCount(2);
    }

    [Test]
    public void The_lexer_escapes_with_a_backslash_whatever_the_directive_says() =>
        TreeOutline
            .Of("# escape=`\nRUN cat <<E\\OF\na `\nEOF\nUSER b")
            .Should()
            .Be("#escape=`\nRUN shell \"cat <<E\\\\OF\" <<EOF\"a `\\n\"\nUSER \"b\"");

    [TestCase(" EOF", Description = "indented")]
    [TestCase("EOF ", Description = "with a blank behind it")]
    [TestCase("\tEOF", Description = "with a tab, but no dash")]
    public void A_likely_terminator_ends_an_open_document_and_is_named(string terminator)
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse($"RUN <<EOF\na\n{terminator}\nUSER b\n");

        tree.Diagnostics.Should().ContainSingle().Which.Message.Arguments.Should().Equal("EOF", "3");
        TreeOutline.Of(tree).Should().Be("RUN shell \"<<EOF\" <<EOF!\"a\\n\"\nUSER \"b\"");
    }

    [TestCase("RUN cat <<EOF>out\na\nEOF\nUSER b")]
    [TestCase("RUN (cat <<EOF)\na\nEOF\nUSER b")]
    public void A_glued_name_finds_its_likely_terminator(string text) =>
        TreeOutline.Of(text).Should().EndWith("!\"a\\n\"\nUSER \"b\"");

    [Test]
    public void Without_any_terminator_the_next_instruction_goes_on() =>
        TreeOutline
            .Of("RUN <<EOF\na\nuser b\nUSER c\nCMD d\n")
            .Should()
            .Be("RUN shell \"<<EOF\" <<EOF!\"a\\nuser b\\n\"\nUSER \"c\"\nCMD shell \"d\"");

    [Test]
    public void An_open_document_without_instructions_below_takes_the_rest() =>
        TreeOutline.Of("RUN <<EOF\na\nb").Should().Be("RUN shell \"<<EOF\" <<EOF!\"a\\nb\"");

    [Test]
    public void The_operator_is_marked_and_a_document_spans_its_terminator()
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse("RUN cat 3<<-'A' \\\n x\n1\n\tA\nUSER b");

        HeredocSyntax heredoc = tree.Root.Instructions[0].Heredocs[0];
        tree.Text.ToString(heredoc.OperatorSpan).Should().Be("3<<-'A'");
        heredoc.ToString().Should().Be("1\n\tA");
        tree.Root.Instructions[0].LineSpan.End.Should().BeLessThan(heredoc.Span.Start);
        tree.Root.Instructions[0].Span.End.Should().Be(heredoc.Span.End);
    }

    [TestCase("COPY <<a b /c\n1\na", true, false)]
    [TestCase("COPY << a /c\n1\na", false, false, Description = "blanks hide the operator from the arguments")]
    public void A_source_can_be_a_here_document(string text, bool first, bool second)
    {
        var copy = (CopyInstructionSyntax)DockerfileSyntaxTree.Parse(text).Root.Instructions[0];

        copy.Heredocs.Should().ContainSingle();
        copy.IsHeredoc(copy.Arguments[0]).Should().Be(first);
        copy.IsHeredoc(copy.Arguments[1]).Should().Be(second);
    }
}
