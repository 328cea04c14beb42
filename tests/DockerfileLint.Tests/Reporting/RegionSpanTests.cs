using CsCheck;
using DockerfileLint.Reporting;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class RegionSpanTests
{
    [TestCase("abc", 1, 2, 1, 2)]
    [TestCase("abc\r\ndef", 0, 5, 0, 3, Description = "line end at the end")]
    [TestCase("abc", 1, 1, 1, 2, Description = "empty: the character there")]
    [TestCase("abc\ndef", 3, 3, 2, 3, Description = "empty at a line's end: the character before")]
    [TestCase("abc", 3, 3, 2, 3)]
    [TestCase("abc\n", 4, 4, 3, 4, Description = "empty last line: the line end before it")]
    [TestCase("\r\na", 0, 0, 0, 2, Description = "blank line: its line end")]
    [TestCase("a\n\nb", 2, 3, 2, 3)]
    [TestCase("😀", 0, 0, 0, 2)]
    [TestCase("😀", 2, 2, 0, 2)]
    [TestCase("abc", 9, 12, 2, 3, Description = "beyond the end")]
    [TestCase("", 0, 0, 0, 0)]
    public void Regions_are_tight_and_not_empty(string text, int start, int end, int expectedStart, int expectedEnd) =>
        RegionSpan
            .Get(SourceText.From(text), TextSpan.FromBounds(start, end))
            .Should()
            .Be(TextSpan.FromBounds(expectedStart, expectedEnd));

    [Test]
    public void Any_span_of_any_text_has_a_region_and_a_context_around_it() =>
        Gen.Select(Gen.String[Gen.Char["a\n\r \uD83D\uDE00"], 1, 30], Gen.Int[0, 35], Gen.Int[0, 35])
            .Sample(
                (value, start, length) =>
                {
                    SourceText text = SourceText.From(value);
                    TextSpan region = RegionSpan.Get(text, new TextSpan(start, length));
                    region.IsEmpty.Should().BeFalse();
                    TextSpan context = RegionSpan.GetContext(text, region);
                    context.Contains(region).Should().BeTrue();
                    context.End.Should().BeLessThanOrEqualTo(text.Length);
                    (context == region).Should().Be(region.Length == text.Length);
                }
            );
}
