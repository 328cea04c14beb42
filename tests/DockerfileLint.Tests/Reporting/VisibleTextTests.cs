using System.Globalization;
using System.Text;
using DockerfileLint.Reporting;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class VisibleTextTests
{
    // Test runners drop cases whose name holds a control character, so that these are no arguments.
    [Test]
    public void What_acts_on_a_terminal_is_made_visible()
    {
        VisibleText.Escape("plain für 漢字 👩\u200D🚀").Should().Be("plain für 漢字 👩\u200D🚀");
        VisibleText.Escape("\u001B[31m\r\n\t\u007F").Should().Be("␛[31m␍␊␉␡");
        VisibleText.Escape("\u009B\u202E\u2028\uFEFF\u00AD").Should().Be("\\u{9b}\\u{202e}\\u{2028}\\u{feff}\\u{ad}");
        VisibleText.Escape("\U000E0041\uD83D").Should().Be("\\u{e0041}\\u{d83d}");
    }

    [Test]
    public void Every_character_is_safe_once_escaped_and_as_wide_as_measured()
    {
        for (int value = 0; value < 0x11_0000; value++)
        {
            string text = value is >= 0xD800 and < 0xE000 ? ((char)value).ToString() : char.ConvertFromUtf32(value);
            string visible = VisibleText.Escape(text);
            bool isSafe = visible
                .EnumerateRunes()
                .All(rune =>
                    Rune.GetUnicodeCategory(rune)
                        is not (
                            UnicodeCategory.Control
                            or UnicodeCategory.LineSeparator
                            or UnicodeCategory.ParagraphSeparator
                        )
                    && (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || value is 0x200C or 0x200D)
                );
            int width = VisibleText.GetWidth(text, 0);
            if (!isSafe || width != CharacterWidth.Measure(visible))
            {
                Assert.Fail($"U+{value:X4} is shown as '{visible}' and measured as {width}.");
            }
        }
    }

    [TestCase("##[group]", "#\\u{23}[group]")]
    [TestCase("a ##vso[x] ##VSO[y]", "a #\\u{23}vso[x] #\\u{23}VSO[y]")]
    [TestCase("##teamcity[x", "#\\u{23}teamcity[x")]
    [TestCase("###[x", "##\\u{23}[x")]
    [TestCase("#\u200D#\u200D[x", "#\u200D\\u{23}\u200D[x")]
    [TestCase("## vso[x] ##v ##{ # [ #[ ::x", "## vso[x] ##v ##{ # [ #[ ::x")]
    public void What_a_build_server_takes_for_a_command_is_made_visible(string text, string visible)
    {
        VisibleText.Escape(text).Should().Be(visible);
    }

    [TestCase("::error::x", "\\u{3a}:error::x")]
    [TestCase(" \u2003::x", " \u2003\\u{3a}:x")]
    [TestCase("\u200D::x", "\u200D\\u{3a}:x")]
    [TestCase("a ::x :: y", "a ::x :: y")]
    [TestCase(":x", ":x")]
    [TestCase("", "")]
    public void Two_colons_are_made_visible_at_the_start_of_a_line_only(string text, string visible)
    {
        VisibleText.EscapeLineStart(text).Should().Be(visible);
        VisibleText.EscapeLineStarts("a\n" + text + "\n" + text).Should().Be("a\n" + visible + "\n" + visible);
    }

    [Test]
    public void Cutting_keeps_surrogate_pairs_whole()
    {
        VisibleText.Truncate("a😀b", 2).Should().Be("a…");
        VisibleText.Truncate("a😀b", 3).Should().Be("a😀…");
        VisibleText.Truncate("a😀b", 4).Should().Be("a😀b");
    }
}
