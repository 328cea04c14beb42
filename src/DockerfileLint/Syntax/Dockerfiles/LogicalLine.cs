using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// The text of one instruction with its continuations removed, and the way back to the source. Lexers run on
/// <see cref="Text"/>; a line without continuation is a slice of the source and costs nothing.
/// Reused from instruction to instruction.
/// </summary>
internal sealed class LogicalLine
{
    private string _source = "";
    private char[] _joined = [];
    private (int Joined, int Source)[] _segments = new (int, int)[8];
    private int _count;
    private int _length;

    internal ReadOnlySpan<char> Text =>
        _count <= 1 ? _source.AsSpan(_segments[0].Source, _length) : _joined.AsSpan(0, _length);

    internal int Capacity => Math.Max(_joined.Length, _segments.Length);

    internal void Start(string source)
    {
        _source = source;
        _segments[0] = default;
        _count = 0;
        _length = 0;
    }

    internal void Append(int start, int end)
    {
        if (_count == 1 && _segments[0].Source + _length == start)
        {
            _length += end - start;
            return;
        }

        if (_count == _segments.Length)
        {
            Array.Resize(ref _segments, _count * 2);
        }

        _segments[_count++] = (_length, start);
        if (_count == 2)
        {
            Copy(_segments[0].Source, 0, _length);
        }

        if (_count > 1)
        {
            Copy(start, _length, end - start);
        }

        _length += end - start;
    }

    /// <summary>
    /// Takes the text of a span of a parsed instruction: what its tokens hold but for continuations, line ends,
    /// comments and blank lines.
    /// </summary>
    internal void Start(SyntaxTree tree, TextSpan span)
    {
        Start(tree.Text.ToString());
        _segments[0] = (0, span.Start);
        SyntaxTokenList tokens = tree.Tokens;
        bool isLineStart = false;
        for (int i = tokens.IndexAt(span.Start); i >= 0 && i < tokens.Count && tokens.GetStart(i) < span.End; i++)
        {
            SyntaxToken token = tokens[i];
            bool isBlankLine =
                isLineStart
                && token.Kind == SyntaxKind.Whitespace
                && i + 1 < tokens.Count
                && tokens.GetKind(i + 1) is SyntaxKind.NewLine or SyntaxKind.Comment;
            isLineStart = token.Kind == SyntaxKind.NewLine;
            if (!isBlankLine && token.Kind is not (SyntaxKind.NewLine or SyntaxKind.Comment or SyntaxKind.Continuation))
            {
                Append(Math.Max(span.Start, token.Span.Start), Math.Min(span.End, token.Span.End));
            }
        }
    }

    /// <summary>
    /// The source span of a part of <see cref="Text"/>. An empty part lies behind the character before it, not beyond a
    /// continuation.
    /// </summary>
    internal TextSpan Map(int start, int end) =>
        end > start
            ? TextSpan.FromBounds(ToSource(start), ToSource(end - 1) + 1)
            : new TextSpan(start > 0 ? ToSource(start - 1) + 1 : ToSource(start), 0);

    /// <summary>
    /// A part of <see cref="Text"/> where it differs from the source text of its span, otherwise <c>null</c>.
    /// </summary>
    internal string? GetTextIfJoined(int start, int end, TextSpan span) =>
        span.Length == end - start ? null : Text.Slice(start, end - start).ToString();

    /// <summary>The text as a script, which stays valid when the line is used again.</summary>
    internal ShellText ToShellText()
    {
        if (_count <= 1)
        {
            int start = _segments[0].Source;
            return ShellText.FromSource(_source, start, start + _length);
        }

        var segments = new ShellTextSegment[_count];
        for (int i = 0; i < _count; i++)
        {
            int length = (i + 1 < _count ? _segments[i + 1].Joined : _length) - _segments[i].Joined;
            segments[i] = new ShellTextSegment(
                _segments[i].Joined,
                new TextSpan(_segments[i].Source, length),
                IsVerbatim: true
            );
        }

        return ShellText.FromSegments(new string(_joined, 0, _length), segments);
    }

    private int ToSource(int position)
    {
        int low = 0;
        int high = _count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_segments[middle].Joined <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _segments[low].Source + position - _segments[low].Joined;
    }

    private void Copy(int start, int at, int length)
    {
        if (at + length > _joined.Length)
        {
            Array.Resize(ref _joined, Math.Max(at + length, Math.Max(256, _joined.Length * 2)));
        }

        _source.CopyTo(start, _joined, at, length);
    }
}
