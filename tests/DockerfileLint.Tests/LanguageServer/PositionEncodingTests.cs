using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>Places as clients count them.</summary>
internal sealed class PositionEncodingTests
{
    [TestCase("ab", 1, 1, 1)]
    [TestCase("äb", 1, 1, 2)]
    [TestCase("€b", 1, 1, 3)]
    [TestCase("😀b", 2, 2, 4)]
    [TestCase("\r\näb", 3, 1, 2)]
    [TestCase("\uFEFFab", 1, 2, 4)]
    public void A_place_is_counted_in_units_or_bytes(string text, int offset, int units, int bytes)
    {
        var source = SourceText.From(text);

        PositionEncoding.Utf16.GetPosition(source, offset).Character.Should().Be(units);
        PositionEncoding.Utf8.GetPosition(source, offset).Character.Should().Be(bytes);
        foreach (PositionEncoding encoding in new[] { PositionEncoding.Utf16, PositionEncoding.Utf8 })
        {
            encoding.GetOffset(source, encoding.GetPosition(source, offset)).Should().Be(offset);
        }
    }

    [TestCase(0, 99, 2)]
    [TestCase(99, 0, 5)]
    [TestCase(-1, 0, 0)]
    [TestCase(0, -1, 0)]
    public void A_place_outside_of_the_text_is_the_nearest_one(int line, int character, int offset)
    {
        var source = SourceText.From("ab\r\nc");

        PositionEncoding.Utf16.GetOffset(source, new Position(line, character)).Should().Be(offset);
        PositionEncoding.Utf8.GetOffset(source, new Position(line, character)).Should().Be(offset);
    }

    [Test]
    public void A_place_within_a_character_is_the_start_of_that() =>
        PositionEncoding.Utf8.GetOffset(SourceText.From("a😀"), new Position(0, 3)).Should().Be(1);

    [Test]
    public void The_client_chooses_by_its_order()
    {
        PositionEncoding.Choose(null).Should().BeSameAs(PositionEncoding.Utf16);
        PositionEncoding.Choose(["utf-32", "utf-8", "utf-16"]).Should().BeSameAs(PositionEncoding.Utf8);
        PositionEncoding.Choose(["utf-16", "utf-8"]).Should().BeSameAs(PositionEncoding.Utf16);
    }
}
