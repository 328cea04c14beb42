using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Style;

internal sealed class EmptyContinuationLineTests() : RuleTest("DL6001")
{
    [Test]
    public void The_first_empty_line_of_a_continued_instruction_is_reported() =>
        Verify("FROM a:1\nRUN a \\\n[||]\n  b \\\n\n  c\n");

    [Test]
    public void Blanks_make_no_line_of_text() => Verify("FROM a:1\nRUN a \\\n[| \t|]\n  b\n");

    [Test]
    public void An_empty_line_behind_the_last_continuation_counts() => Verify("FROM a:1\nRUN a \\\n[||]\n");

    [Test]
    public void A_line_of_a_comment_or_of_the_escape_character_is_not_empty() =>
        Verify("FROM a:1\nRUN a \\\n# why\n\\\n  b\n");

    [Test]
    public void Empty_lines_of_a_heredoc_are_text() => Verify("FROM a:1\nRUN <<EOF\n\na \\\n\nb\nEOF\n\nRUN c\n");

    [Test]
    public void Empty_lines_between_instructions_are_none_of_theirs() => Verify("FROM a:1\n\nRUN a\n\n# b\n\nRUN c\n");

    [Test]
    public void The_escape_character_of_the_header_counts() =>
        Verify("# escape=`\nFROM a:1\nRUN a `\n[||]\n b\nRUN c:\\\n\nRUN d\n");

    [Test]
    public void A_trigger_and_its_ONBUILD_are_one_instruction() => Verify("FROM a:1\nONBUILD RUN a \\\n[||]\n b\n");

    [Test]
    public void BuildKit_names_the_last_line() => Verify("FROM a:1\nRUN a \\\n\n[|  b|]\n", "behaviour=buildkit");

    [Test]
    public void Line_ends_of_two_characters_are_line_ends() => Verify("FROM a:1\r\nRUN a \\\r\n[||]\r\n  b\r\n");
}
