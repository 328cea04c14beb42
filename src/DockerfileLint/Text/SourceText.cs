using System.Text;

namespace DockerfileLint.Text;

/// <summary>
/// The immutable text of one file. It knows its bytes and encoding: <see cref="ToString()"/> is the decoded text
/// without byte order mark, <see cref="GetBytes"/> gives the file's bytes back.
/// </summary>
/// <remarks>
/// Lines end at LF, CR LF and lone CR, as editors, code-scanning services and SARIF viewers count them; a language
/// whose grammar differs reads the characters itself.
/// </remarks>
public sealed class SourceText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private readonly string _text;
    private readonly byte[]? _undecodableBytes;
    private int[]? _lineStarts;

    private SourceText(string text, SourceEncoding encoding, bool hasByteOrderMark, byte[]? undecodableBytes)
    {
        _text = text;
        Encoding = encoding;
        HasByteOrderMark = hasByteOrderMark;
        _undecodableBytes = undecodableBytes;
    }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => _text.Length;

    /// <summary>The encoding of the bytes.</summary>
    public SourceEncoding Encoding { get; }

    /// <summary>
    /// Whether the bytes start with a byte order mark. It is no part of the text, and no offset counts it.
    /// </summary>
    public bool HasByteOrderMark { get; }

    /// <summary>
    /// Whether bytes were invalid in <see cref="Encoding"/> and read as U+FFFD; such a file must not be rewritten.
    /// </summary>
    public bool HasInvalidBytes => _undecodableBytes is not null;

    /// <summary>Number of lines, at least 1: a text that ends in a line end has an empty last line.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(_text);

    /// <summary>The code unit at a 0-based offset.</summary>
    public char this[int position] => _text[position];

    /// <summary>Makes a text from a string; a leading U+FEFF is taken as a byte order mark.</summary>
    public static SourceText From(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        return text.Length > 0 && text[0] == '\uFEFF'
            ? new SourceText(text.Substring(1), SourceEncoding.Utf8, hasByteOrderMark: true, undecodableBytes: null)
            : new SourceText(text, SourceEncoding.Utf8, hasByteOrderMark: false, undecodableBytes: null);
    }

    /// <summary>
    /// Decodes a file. Never fails: a byte order mark decides between UTF-8 and UTF-16, anything else is UTF-8, and
    /// invalid bytes read as U+FFFD.
    /// </summary>
    public static SourceText From(byte[] bytes)
    {
        if (bytes is null)
        {
            throw new ArgumentNullException(nameof(bytes));
        }

        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
        {
            return Decode(bytes, 2, SourceEncoding.Utf16LittleEndian);
        }

        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
        {
            return Decode(bytes, 2, SourceEncoding.Utf16BigEndian);
        }

        int mark = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        return Decode(bytes, mark, SourceEncoding.Utf8);
    }

    /// <summary>
    /// The bytes of the file, byte order mark included. Where the text came from bytes, exactly those.
    /// </summary>
    public byte[] GetBytes()
    {
        if (_undecodableBytes is not null)
        {
            return (byte[])_undecodableBytes.Clone();
        }

        Encoding encoding = GetEncoding(Encoding, strict: false);
        byte[] mark = HasByteOrderMark ? GetByteOrderMark(Encoding) : [];
        byte[] bytes = new byte[mark.Length + encoding.GetByteCount(_text)];
        mark.CopyTo(bytes, 0);
        encoding.GetBytes(_text, 0, _text.Length, bytes, mark.Length);
        return bytes;
    }

    /// <summary>Another text in the same encoding, with a byte order mark if this one has it.</summary>
    internal SourceText WithText(string text) => new(text, Encoding, HasByteOrderMark, undecodableBytes: null);

    /// <summary>The whole text without copying it.</summary>
    public ReadOnlySpan<char> AsSpan() => _text.AsSpan();

    /// <summary>A part of the text without copying it.</summary>
    public ReadOnlySpan<char> AsSpan(TextSpan span) => _text.AsSpan(span.Start, span.Length);

    /// <summary>The whole text without copying it.</summary>
    public ReadOnlyMemory<char> AsMemory() => _text.AsMemory();

    /// <summary>The whole text.</summary>
    public override string ToString() => _text;

    /// <summary>A part of the text.</summary>
    public string ToString(TextSpan span) => _text.Substring(span.Start, span.Length);

    /// <summary>0-based offset of the first code unit of a 0-based line.</summary>
    public int GetLineStart(int line) => LineStarts[line];

    /// <summary>Span of a 0-based line without its line end.</summary>
    public TextSpan GetLineSpan(int line)
    {
        int start = LineStarts[line];
        int end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : _text.Length;
        if (end > start && _text[end - 1] == '\n')
        {
            end--;
        }

        if (end > start && _text[end - 1] == '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The line and column of an offset between 0 and <see cref="Length"/>.</summary>
    public LinePosition GetLinePosition(int position)
    {
        if (position < 0 || position > _text.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(position));
        }

        int line = Array.BinarySearch(LineStarts, position);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new LinePosition(line, position - LineStarts[line]);
    }

    /// <summary>
    /// The offset of a line and column, the way back from <see cref="GetLinePosition"/>. A column behind the end of its
    /// line is the end, before the line end.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line, or a value is negative.</exception>
    public int GetPosition(LinePosition position)
    {
        if (position.Line < 0 || position.Line >= LineCount || position.Character < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(position));
        }

        int start = LineStarts[position.Line];
        int next = position.Line + 1 < LineCount ? LineStarts[position.Line + 1] : _text.Length + 1;
        return position.Character < next - start ? start + position.Character : GetLineSpan(position.Line).End;
    }

    /// <summary>The lines and columns of a span.</summary>
    public LinePositionSpan GetLinePositionSpan(TextSpan span) =>
        new(GetLinePosition(span.Start), GetLinePosition(span.End));

    private static SourceText Decode(byte[] bytes, int markLength, SourceEncoding encoding)
    {
        bool hasMark = markLength > 0;
        try
        {
            string text = GetEncoding(encoding, strict: true).GetString(bytes, markLength, bytes.Length - markLength);
            return new SourceText(text, encoding, hasMark, undecodableBytes: null);
        }
        catch (DecoderFallbackException)
        {
            string text = GetEncoding(encoding, strict: false).GetString(bytes, markLength, bytes.Length - markLength);
            return new SourceText(text, encoding, hasMark, (byte[])bytes.Clone());
        }
    }

    private static Encoding GetEncoding(SourceEncoding encoding, bool strict) =>
        encoding switch
        {
            SourceEncoding.Utf8 => strict ? StrictUtf8 : Utf8,
            _ => new UnicodeEncoding(
                encoding == SourceEncoding.Utf16BigEndian,
                byteOrderMark: false,
                throwOnInvalidBytes: strict
            ),
        };

    private static byte[] GetByteOrderMark(SourceEncoding encoding) =>
        encoding switch
        {
            SourceEncoding.Utf8 => [0xEF, 0xBB, 0xBF],
            SourceEncoding.Utf16LittleEndian => [0xFF, 0xFE],
            _ => [0xFE, 0xFF],
        };

    private static int[] FindLineStarts(string text)
    {
        int[] starts = new int[Math.Max(16, text.Length / 24)];
        int count = 1;
        ReadOnlySpan<char> rest = text.AsSpan();
        int position = 0;
        while (true)
        {
            int end = rest.Slice(position).IndexOfAny('\n', '\r');
            if (end < 0)
            {
                Array.Resize(ref starts, count);
                return starts;
            }

            position += end;
            position += rest[position] == '\r' && position + 1 < rest.Length && rest[position + 1] == '\n' ? 2 : 1;
            if (count == starts.Length)
            {
                Array.Resize(ref starts, count * 2);
            }

            starts[count++] = position;
        }
    }
}
