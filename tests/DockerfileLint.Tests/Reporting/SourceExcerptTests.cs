using DockerfileLint.Reporting;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class SourceExcerptTests
{
    private const int Width = 40;

    [TestCase("USER [|root|]", "USER root", "     ^^^^")]
    [TestCase("[|FROM|] alpine", "FROM alpine", "^^^^")]
    [TestCase("\tRUN\t[|x|]\ty", "    RUN x   y", "        ^")]
    [TestCase("a[|\t|]b", "a   b", " ^^^")]
    [TestCase("漢字 [|字|]x", "漢字 字x", "     ^^")]
    [TestCase("e\u0301[|x|]", "e\u0301x", " ^")]
    [TestCase("👍 [|x|]", "👍 x", "   ^")]
    [TestCase("x[||]y", "xy", " ^")]
    [TestCase("xy[||]", "xy", "  ^")]
    [TestCase("[||]", "", "^")]
    [TestCase("x   [|  |]   ", "x", "    ^^")]
    [TestCase("x   ", "x", null)]
    public void A_line_is_underlined_where_the_span_is(string marked, string expected, string? underline)
    {
        (SourceText text, TextSpan span) = Parse(marked);
        SourceExcerpt excerpt = SourceExcerpt.Create(text, span, Width);
        excerpt.Text.TrimEnd().Should().Be(expected);
        if (underline is not null)
        {
            (new string(' ', excerpt.UnderlineStart) + new string('^', excerpt.UnderlineLength)).Should().Be(underline);
        }
    }

    [Test]
    public void Unsafe_characters_are_shown_and_counted()
    {
        // Test runners drop cases whose name holds a control character, so that these are no arguments.
        (SourceText text, TextSpan span) = Parse("\u001B[31m\u202E[|x|]");
        SourceExcerpt excerpt = SourceExcerpt.Create(text, span, Width);
        (excerpt.Text, excerpt.UnderlineStart, excerpt.UnderlineLength).Should().Be(("␛[31m\\u{202e}x", 13, 1));
    }

    [Test]
    public void Half_a_surrogate_pair_is_shown_by_its_number()
    {
        SourceExcerpt excerpt = SourceExcerpt.Create(SourceText.From("a\uD800b"), new TextSpan(1, 1), Width);
        (excerpt.Text, excerpt.UnderlineStart, excerpt.UnderlineLength).Should().Be(("a\\u{d800}b", 1, 8));
    }

    [Test]
    public void A_span_over_several_lines_is_shown_on_its_first()
    {
        (SourceText text, TextSpan span) = Parse("FROM a\nRUN [|x \\\n y \\\n z\n|]USER b");
        SourceExcerpt excerpt = SourceExcerpt.Create(text, span, Width);
        (excerpt.Line, excerpt.LastLine, excerpt.Text, excerpt.UnderlineStart, excerpt.UnderlineLength)
            .Should()
            .Be((2, 4, "RUN x \\", 4, 3));
    }

    [Test]
    public void A_long_line_is_cut_around_the_span()
    {
        (SourceText text, TextSpan span) = Parse(new string('a', 100) + "[|bcd|]" + new string('e', 100));
        SourceExcerpt excerpt = SourceExcerpt.Create(text, span, Width);
        excerpt.Text.Should().HaveLength(Width).And.StartWith("...aaa").And.EndWith("eee...");
        excerpt.Text.Substring(excerpt.UnderlineStart, excerpt.UnderlineLength).Should().Be("bcd");
    }

    [Test]
    public void A_long_span_is_underlined_up_to_the_cut()
    {
        (SourceText text, TextSpan span) = Parse("RUN [|" + new string('a', 100) + "|]");
        SourceExcerpt excerpt = SourceExcerpt.Create(text, span, Width);
        excerpt.Text.Should().Be("RUN " + new string('a', Width - 7) + "...");
        (excerpt.UnderlineStart, excerpt.UnderlineLength).Should().Be((4, Width - 7));
    }

    [Test]
    public void A_line_that_fits_exactly_is_not_cut()
    {
        (SourceText text, TextSpan span) = Parse("[|x|]" + new string('a', Width - 1));
        SourceExcerpt.Create(text, span, Width).Text.Should().Be("x" + new string('a', Width - 1));
    }

    [Test]
    public void Characters_without_width_do_not_pile_up()
    {
        (SourceText text, TextSpan span) = Parse(
            "a" + new string('\u0301', 100_000) + "[|b|]" + new string('\u0301', 100_000)
        );
        SourceExcerpt.Create(text, span, Width).Text.Length.Should().BeLessThan(500);
    }

    [Test]
    public void A_span_beyond_the_end_is_shown_at_the_end()
    {
        SourceExcerpt excerpt = SourceExcerpt.Create(SourceText.From("FROM a\n"), new TextSpan(50, 5), Width);
        (excerpt.Line, excerpt.Text, excerpt.UnderlineStart, excerpt.UnderlineLength).Should().Be((2, "", 0, 1));
    }

    private static (SourceText Text, TextSpan Span) Parse(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        if (start < 0)
        {
            return (SourceText.From(marked), default);
        }

        int end = marked.IndexOf("|]", start + 2, StringComparison.Ordinal) - 2;
        return (SourceText.From(marked.Replace("[|", "").Replace("|]", "")), TextSpan.FromBounds(start, end));
    }
}
