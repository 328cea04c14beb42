using System.Text;
using CsCheck;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Text;

internal sealed class SourceTextTests
{
    [TestCase("", "", SourceEncoding.Utf8, false)]
    [TestCase("46524F4D", "FROM", SourceEncoding.Utf8, false)]
    [TestCase("EFBBBF46", "F", SourceEncoding.Utf8, true)]
    [TestCase("EFBBBF", "", SourceEncoding.Utf8, true)]
    [TestCase("EFBBBFEFBBBF", "\uFEFF", SourceEncoding.Utf8, true, Description = "one mark is taken off, not two")]
    [TestCase("61EFBBBF", "a\uFEFF", SourceEncoding.Utf8, false)]
    [TestCase("C3A9F09F9880", "é\U0001F600", SourceEncoding.Utf8, false)]
    [TestCase("FFFE4600", "F", SourceEncoding.Utf16LittleEndian, true)]
    [TestCase("FEFF0046", "F", SourceEncoding.Utf16BigEndian, true)]
    [TestCase("FFFE", "", SourceEncoding.Utf16LittleEndian, true)]
    [TestCase("FEFF", "", SourceEncoding.Utf16BigEndian, true)]
    [TestCase("FFFE3DD800DE", "\U0001F600", SourceEncoding.Utf16LittleEndian, true)]
    [TestCase("4600", "F\0", SourceEncoding.Utf8, false, Description = "UTF-16 without a mark is UTF-8 with zeros")]
    [TestCase("0000", "\0\0", SourceEncoding.Utf8, false)]
    public void Valid_bytes_are_decoded(string bytes, string text, SourceEncoding encoding, bool hasMark)
    {
        SourceText source = SourceText.From(Convert.FromHexString(bytes));

        source.ToString().Should().Be(text);
        source.Length.Should().Be(text.Length);
        source.Encoding.Should().Be(encoding);
        source.HasByteOrderMark.Should().Be(hasMark);
        source.HasInvalidBytes.Should().BeFalse();
        Convert.ToHexString(source.GetBytes()).Should().Be(bytes);
    }

    [TestCase("FF", "\uFFFD", Description = "half a mark")]
    [TestCase("61E962", "a\uFFFDb", Description = "Latin-1")]
    [TestCase("EFBB", "\uFFFD", Description = "a mark that is cut off")]
    [TestCase("EDA080", "\uFFFD\uFFFD\uFFFD", Description = "a surrogate in UTF-8")]
    [TestCase("C080", "\uFFFD\uFFFD", Description = "zero in two bytes")]
    [TestCase("F09F98", "\uFFFD")]
    [TestCase("EFBBBFE9", "\uFFFD")]
    [TestCase("FFFE460047", "F\uFFFD", Description = "half a unit at the end")]
    [TestCase("FEFF004600", "F\uFFFD")]
    [TestCase("FFFE00D84600", "\uFFFDF", Description = "a lone high surrogate")]
    [TestCase("FFFE00DC", "\uFFFD", Description = "a lone low surrogate")]
    [TestCase("FEFFDC00D800", "\uFFFD\uFFFD", Description = "a pair the wrong way round")]
    public void Invalid_bytes_read_as_replacement_characters_and_are_kept(string bytes, string text)
    {
        SourceText source = SourceText.From(Convert.FromHexString(bytes));

        source.ToString().Should().Be(text);
        source.HasInvalidBytes.Should().BeTrue();
        Convert.ToHexString(source.GetBytes()).Should().Be(bytes);
    }

    [Test]
    public void All_bytes_come_back() =>
        Gen.Select(Gen.OneOf<byte[]>([], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]), Gen.Byte.Array[0, 24])
            .Sample(
                (mark, rest) =>
                {
                    byte[] bytes = [.. mark, .. rest];
                    SourceText text = SourceText.From(bytes);
                    text.GetBytes().Should().Equal(bytes);
                    text.GetBytes().Should().NotBeSameAs(text.GetBytes());
                },
                iter: 20_000
            );

    [Test]
    public void Bytes_that_are_changed_later_do_not_change_the_text()
    {
        byte[] bytes = [0xE9, 0x61];
        SourceText text = SourceText.From(bytes);
        bytes[1] = 0x62;

        text.GetBytes().Should().Equal(0xE9, 0x61);
    }

    [TestCase("a", "a", false)]
    [TestCase("\uFEFFa", "a", true)]
    [TestCase("\uFEFF", "", true)]
    [TestCase("", "", false)]
    public void A_string_may_start_with_a_mark(string content, string text, bool hasMark)
    {
        SourceText source = SourceText.From(content);

        source.ToString().Should().Be(text);
        source.HasByteOrderMark.Should().Be(hasMark);
        source.GetBytes().Should().Equal(Encoding.UTF8.GetBytes(content));
    }

    [TestCase("", new[] { "" })]
    [TestCase("a", new[] { "a" })]
    [TestCase("a\n", new[] { "a", "" })]
    [TestCase("a\nb\n\nc", new[] { "a", "b", "", "c" })]
    [TestCase("a\r\nb\r\n", new[] { "a", "b", "" })]
    [TestCase("a\rb\r", new[] { "a", "b", "" })]
    [TestCase("a\r\rb", new[] { "a", "", "b" })]
    [TestCase("a\n\rb", new[] { "a", "", "b" })]
    [TestCase("a\r\r\nb\n", new[] { "a", "", "b", "" })]
    [TestCase("\n", new[] { "", "" })]
    [TestCase("\r", new[] { "", "" })]
    [TestCase("a\u2028b\u0085c\vd\f", new[] { "a\u2028b\u0085c\vd\f" })]
    public void Lines_end_at_LF_CRLF_and_CR(string content, string[] lines)
    {
        SourceText text = SourceText.From(content);

        text.LineCount.Should().Be(lines.Length);
        Enumerable.Range(0, text.LineCount).Select(line => text.ToString(text.GetLineSpan(line))).Should().Equal(lines);
    }

    [Test]
    public void Lines_and_offsets_agree() =>
        Gen.Char["ab\r\n"]
            .Array[0, 80]
            .Select(characters => new string(characters))
            .Sample(
                content =>
                {
                    SourceText text = SourceText.From(content);
                    for (int position = 0; position <= text.Length; position++)
                    {
                        LinePosition place = text.GetLinePosition(position);
                        text.GetPosition(place).Should().Be(position);
                        (text.GetLineStart(place.Line) + place.Character).Should().Be(position);
                        (place.Line + 1 == text.LineCount || text.GetLineStart(place.Line + 1) > position)
                            .Should()
                            .BeTrue();
                    }
                },
                iter: 300
            );

    [Test]
    public void More_lines_than_expected_are_counted()
    {
        SourceText text = SourceText.From(new string('\n', 10_000));

        text.LineCount.Should().Be(10_001);
        text.GetLinePosition(10_000).Should().Be(new LinePosition(10_000, 0));
    }

    [TestCase(-1)]
    [TestCase(4)]
    public void An_offset_outside_has_no_line(int position)
    {
        Action get = () => SourceText.From("abc").GetLinePosition(position);

        get.Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestCase(0, 1, 1)]
    [TestCase(0, 2, 2, Description = "before the line end")]
    [TestCase(0, 3, 3, Description = "inside of it")]
    [TestCase(0, 4, 2)]
    [TestCase(0, int.MaxValue, 2)]
    [TestCase(1, 0, 4)]
    [TestCase(1, 9, 4)]
    [TestCase(2, 1, 6)]
    [TestCase(2, 2, 6)]
    public void A_column_behind_the_end_of_its_line_is_the_end(int line, int character, int position) =>
        SourceText.From("ab\r\n\nc").GetPosition(new LinePosition(line, character)).Should().Be(position);

    [TestCase(-1, 0)]
    [TestCase(0, -1)]
    [TestCase(2, 0)]
    public void A_line_that_does_not_exist_has_no_offset(int line, int character)
    {
        Action get = () => SourceText.From("a\nb").GetPosition(new LinePosition(line, character));

        get.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Parts_are_read_without_a_copy()
    {
        SourceText text = SourceText.From("FROM a");
        var span = new TextSpan(5, 1);

        text.AsSpan(span).ToString().Should().Be("a");
        text.AsMemory().Length.Should().Be(6);
        text[5].Should().Be('a');
        text.GetLinePositionSpan(span)
            .Should()
            .Be(new LinePositionSpan(new LinePosition(0, 5), new LinePosition(0, 6)));
        text.GetLinePosition(5).ToString().Should().Be("1:6");
    }
}
