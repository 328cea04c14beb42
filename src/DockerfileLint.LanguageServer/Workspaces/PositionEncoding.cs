using System.Text;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Workspaces;

/// <summary>
/// What a character of a <see cref="Position"/> is: a UTF-16 code unit as in our texts, or a byte of UTF-8.
/// </summary>
/// <param name="isUtf8">Whether it is a byte.</param>
internal sealed class PositionEncoding(bool isUtf8)
{
    internal static PositionEncoding Utf16 { get; } = new(isUtf8: false);

    internal static PositionEncoding Utf8 { get; } = new(isUtf8: true);

    /// <summary>The name in the protocol.</summary>
    internal string Name => isUtf8 ? "utf-8" : "utf-16";

    /// <summary>The first encoding of a client's list that the server knows.</summary>
    internal static PositionEncoding Choose(string[]? offered)
    {
        foreach (string name in offered ?? [])
        {
            if (name == Utf8.Name)
            {
                return Utf8;
            }

            if (name == Utf16.Name)
            {
                break;
            }
        }

        return Utf16;
    }

    /// <summary>The offset of a place; what lies behind the end of its line or the text is that end.</summary>
    internal int GetOffset(SourceText text, Position position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= text.LineCount)
        {
            return text.Length;
        }

        TextSpan line = text.GetLineSpan(position.Line);
        int character = Math.Max(0, position.Character) - GetMarkLength(text, position.Line);
        return character <= 0 ? line.Start
            : isUtf8 ? line.Start + CountUnits(text.AsSpan(line), character)
            : line.Start + Math.Min(character, line.Length);
    }

    /// <summary>The place of an offset between 0 and the length of the text.</summary>
    internal Position GetPosition(SourceText text, int offset)
    {
        LinePosition position = text.GetLinePosition(offset);
        int character = isUtf8
            ? Measure(text.AsSpan(TextSpan.FromBounds(text.GetLineStart(position.Line), offset)))
            : position.Character;
        return new Position(position.Line, character + GetMarkLength(text, position.Line));
    }

    /// <summary>How many characters a part of a line has.</summary>
    internal int Measure(ReadOnlySpan<char> text) => isUtf8 ? Encoding.UTF8.GetByteCount(text) : text.Length;

    internal TextSpan GetSpan(SourceText text, PositionRange range)
    {
        int start = GetOffset(text, range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, GetOffset(text, range.End)));
    }

    internal PositionRange GetRange(SourceText text, TextSpan span) =>
        new(GetPosition(text, span.Start), GetPosition(text, span.End));

    /// <summary>How many characters a byte order mark, which our texts do not count, is in the client's.</summary>
    private int GetMarkLength(SourceText text, int line) =>
        line > 0 || !text.HasByteOrderMark ? 0
        : isUtf8 ? 3
        : 1;

    /// <summary>How many code units come before a byte of a line; a character that it lies in does not.</summary>
    private static int CountUnits(ReadOnlySpan<char> line, int bytes)
    {
        int units = 0;
        while (units < line.Length)
        {
            Rune.DecodeFromUtf16(line[units..], out Rune rune, out int length);
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            units += length;
        }

        return units;
    }
}
