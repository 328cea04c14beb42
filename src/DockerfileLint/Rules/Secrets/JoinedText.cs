using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

/// <summary>
/// The text of an instruction without quotes, escape characters and continuations, and the way back: words that are
/// written in pieces stand in it in one.
/// </summary>
internal sealed class JoinedText
{
    // Where each stretch that is not interrupted stands, in this text and in the one that was joined.
    private readonly List<(int Start, int Source)> _stretches = [];

    private JoinedText(ReadOnlySpan<char> text, char escape, CancellationToken cancellation)
    {
        ReadOnlySpan<char> marks = ['"', '\'', '\\', escape];
        var joined = new char[text.Length];
        int joinedLength = 0;
        int position = SkipMarks(text, 0, escape);
        while (position < text.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            int length = text.Slice(position).IndexOfAny(marks);
            int end = length < 0 ? text.Length : position + length;
            _stretches.Add((joinedLength, position));
            text.Slice(position, end - position).CopyTo(joined.AsSpan(joinedLength));
            joinedLength += end - position;
            position = SkipMarks(text, end, escape);
        }

        Text = new string(joined, 0, joinedLength);
    }

    /// <summary>The text.</summary>
    internal string Text { get; }

    /// <summary>Joins a text that has a word in pieces; <c>null</c> for any other.</summary>
    internal static JoinedText? Create(ReadOnlySpan<char> text, char escape, CancellationToken cancellation = default)
    {
        ReadOnlySpan<char> marks = ['"', '\'', '\\', escape];
        int i = 0;
        while (text.Slice(i).IndexOfAny(marks) is var distance and >= 0)
        {
            int mark = i + distance;
            if (mark == 0 || !IsWordCharacter(text[mark - 1]))
            {
                i = mark + 1;
                continue;
            }

            i = SkipMarks(text, mark, escape);
            if (i < text.Length && IsWordCharacter(text[i]) && IsLong(text, mark, i))
            {
                return new JoinedText(text, escape, cancellation);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the pieces before and behind marks may be a credential together; none is shorter than this.
    /// </summary>
    private static bool IsLong(ReadOnlySpan<char> text, int end, int start)
    {
        const int Shortest = 16;
        int length = 0;
        for (int i = end - 1; i >= 0 && !char.IsWhiteSpace(text[i]) && length < Shortest; i--)
        {
            length++;
        }

        for (int i = start; i < text.Length && !char.IsWhiteSpace(text[i]) && length < Shortest; i++)
        {
            length++;
        }

        return length == Shortest;
    }

    /// <summary>
    /// Where a part of <see cref="Text"/> stands in the text that was joined; longer than the part if in pieces.
    /// </summary>
    internal TextSpan Map(TextSpan part) => TextSpan.FromBounds(Map(part.Start), Map(part.End - 1) + 1);

    private int Map(int position)
    {
        int stretch = _stretches.BinarySearch((position, int.MaxValue));
        (int start, int source) = _stretches[~stretch - 1];
        return source + position - start;
    }

    /// <summary>
    /// The place behind the quotes, escape characters, ends of lines and lines of comment from a place on.
    /// </summary>
    private static int SkipMarks(ReadOnlySpan<char> text, int position, char escape)
    {
        while (position < text.Length && IsMark(text[position], escape))
        {
            bool isEscape = text[position] == escape || text[position] == '\\';
            position++;
            int end = isEscape ? SkipBlanks(text, position) : text.Length;
            if (end < text.Length && text[end] == '\n')
            {
                position = SkipComments(text, end + 1);
            }
        }

        return position;
    }

    private static int SkipComments(ReadOnlySpan<char> text, int position)
    {
        int start = SkipBlanks(text, position);
        while (start < text.Length && text[start] is '#' or '\n')
        {
            int end = text.Slice(start).IndexOf('\n');
            position = end < 0 ? text.Length : start + end + 1;
            start = SkipBlanks(text, position);
        }

        return position;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r')
        {
            position++;
        }

        return position;
    }

    private static bool IsMark(char c, char escape) => c is '"' or '\'' or '\\' || c == escape;

    private static bool IsWordCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';
}
