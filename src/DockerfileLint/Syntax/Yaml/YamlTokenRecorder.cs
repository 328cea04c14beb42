using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>A token as the scanner saw it; zero-width where it only marks that a block starts.</summary>
internal readonly record struct RecordedToken(int Start, int End, SyntaxKind Kind);

/// <summary>
/// Stands between scanner and parser: keeps every token with its exact span, and hides comments from the parser, which
/// rejects valid files when it sees them.
/// </summary>
internal sealed class YamlTokenRecorder : IScanner
{
    private readonly Scanner _scanner;
    private readonly string _text;
    private readonly int _offset;
    private readonly List<RecordedToken> _tokens;

    /// <param name="reader">The text to scan.</param>
    /// <param name="text">The text of the whole file.</param>
    /// <param name="offset">Where in the file the scanned text starts.</param>
    /// <param name="tokens">Gets the tokens.</param>
    internal YamlTokenRecorder(TextReader reader, string text, int offset, List<RecordedToken> tokens)
    {
        _scanner = new Scanner(reader, skipComments: false);
        _text = text;
        _offset = offset;
        _tokens = tokens;
    }

    public Mark CurrentPosition => _scanner.CurrentPosition;

    public Token? Current => _scanner.Current;

    public bool MoveNext()
    {
        if (Current is not null)
        {
            ConsumeCurrent();
        }

        return MoveNextWithoutConsuming();
    }

    public bool MoveNextWithoutConsuming()
    {
        while (_scanner.MoveNextWithoutConsuming())
        {
            Token token = _scanner.Current!;
            if (token is Error error)
            {
                // The scanner would repeat it for ever.
                throw new SyntaxErrorException(error.Start, error.End, error.Value);
            }

            Record(token);
            if (token is not Comment)
            {
                return true;
            }

            _scanner.ConsumeCurrent();
        }

        return false;
    }

    public void ConsumeCurrent() => _scanner.ConsumeCurrent();

    private void Record(Token token)
    {
        int start = (int)token.Start.Index + _offset;
        int end = (int)token.End.Index + _offset;
        switch (token)
        {
            case Scalar scalar:
                RecordScalar(start, end, scalar.Style);
                break;
            case Key or Value or BlockEntry or FlowEntry:
                Add(start, end, SyntaxKind.Indicator);
                break;
            case Comment:
                Add(start, TrimEnd(start, end), SyntaxKind.Comment);
                break;
            case BlockMappingStart or BlockSequenceStart:
                Add(start, start, SyntaxKind.Indicator);
                break;
            case FlowSequenceStart or FlowSequenceEnd or FlowMappingStart or FlowMappingEnd:
                Add(start, start + 1, SyntaxKind.Indicator);
                break;
            case Anchor:
                Add(start, end, SyntaxKind.Anchor);
                break;
            case AnchorAlias:
                Add(start, end, SyntaxKind.Alias);
                break;
            case Tag:
                Add(start, end, SyntaxKind.Tag);
                break;
            case DocumentStart or DocumentEnd:
                if (start < _text.Length && _text[start] is '-' or '.')
                {
                    Add(start, Math.Min(start + 3, _text.Length), SyntaxKind.Indicator);
                }

                break;
        }
    }

    private void RecordScalar(int start, int end, ScalarStyle style)
    {
        if (style is not (ScalarStyle.Literal or ScalarStyle.Folded))
        {
            Add(start, end, SyntaxKind.Scalar);
            return;
        }

        end = TrimEnd(start, end);
        int last = _tokens.Count - 1;
        if (last >= 0 && _tokens[last].Kind == SyntaxKind.Comment && _tokens[last].Start > start)
        {
            // The scanner delivers a comment behind `|` before the scalar that surrounds it.
            RecordedToken comment = _tokens[last];
            _tokens[last] = new RecordedToken(start, TrimEnd(start, comment.Start), SyntaxKind.Scalar);
            _tokens.Add(comment);
            Add(SkipBlanks(comment.End, end), end, SyntaxKind.Scalar);
            return;
        }

        Add(start, end, SyntaxKind.Scalar);
    }

    private void Add(int start, int end, SyntaxKind kind)
    {
        if (end >= start)
        {
            _tokens.Add(new RecordedToken(start, end, kind));
        }
    }

    private int TrimEnd(int start, int end)
    {
        end = Math.Min(end, _text.Length);
        while (end > start && _text[end - 1] is ' ' or '\t' or '\n' or '\r')
        {
            end--;
        }

        return end;
    }

    private int SkipBlanks(int start, int end)
    {
        while (start < end && _text[start] is ' ' or '\t' or '\n' or '\r')
        {
            start++;
        }

        return start;
    }
}
