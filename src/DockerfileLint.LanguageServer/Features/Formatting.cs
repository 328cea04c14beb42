using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Rules.Fixes;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>
/// Sets white space in order and touches nothing else. Of each text it is proven that it says the same, word by word,
/// as fixes are; what would change a word is left as it is.
/// </summary>
internal sealed class Formatting
{
    private const string ContinuedIndentation = "    ";

    // To find what must be left alone costs a reading of the text each time; beyond, all that is open is left.
    private const int MaxAttempts = 64;

    private readonly DocumentView _view;
    private readonly SourceText _text;
    private readonly CancellationToken _cancellation;
    private readonly List<TextEdit> _edits = [];
    private int _attempts;

    private Formatting(DocumentView view, CancellationToken cancellation)
    {
        _view = view;
        _text = view.Text;
        _cancellation = cancellation;
    }

    /// <summary>The edits of a document, or of a part of it.</summary>
    internal static DocumentEdit[] Find(
        DocumentView view,
        FormattingParameters parameters,
        CancellationToken cancellation
    )
    {
        TextSpan range = parameters.Range is { } wanted
            ? view.Encoding.GetSpan(view.Text, wanted)
            : new TextSpan(0, view.Text.Length);
        return
        [
            .. FindEdits(view, range, cancellation)
                .Select(edit => new DocumentEdit(view.GetRange(edit.Span), edit.NewText)),
        ];
    }

    internal static IReadOnlyList<TextEdit> FindEdits(DocumentView view, TextSpan range, CancellationToken cancellation)
    {
        var formatting = new Formatting(view, cancellation);
        if (view.IsDockerfile)
        {
            formatting.AddDockerfile();
        }
        else
        {
            formatting.AddCompose();
        }

        formatting._edits.RemoveAll(edit => edit.Span.Start < range.Start || edit.Span.End > range.End);
        formatting._edits.Sort(static (x, y) => x.Span.CompareTo(y.Span));
        return formatting.Prove(formatting._edits);
    }

    private void AddDockerfile()
    {
        var tree = (DockerfileSyntaxTree)_view.GetTree(_cancellation);
        bool[] isLeft = new bool[_text.LineCount];
        bool[] isContinued = new bool[_text.LineCount];
        foreach (InstructionSyntax instruction in tree.Root.Instructions)
        {
            foreach (HeredocSyntax heredoc in instruction.Heredocs)
            {
                MarkLines(heredoc.BodySpan, isLeft);
            }

            AddKeyword(instruction);
            int first = _text.GetLinePosition(instruction.Span.Start).Line;
            int last = _text.GetLinePosition(instruction.Span.End).Line;
            for (int line = first + 1; line <= last; line++)
            {
                isContinued[line] = true;
            }
        }

        for (int line = 0; line < _text.LineCount; line++)
        {
            ReadOnlySpan<char> content = _text.AsSpan(_text.GetLineSpan(line));
            if (
                isContinued[line]
                && !isLeft[line]
                && content.Length > 0
                && !char.IsWhiteSpace(content[0])
                && content[0] != '#'
            )
            {
                _edits.Add(new TextEdit(new TextSpan(_text.GetLineStart(line), 0), ContinuedIndentation));
            }
        }

        AddLines(isLeft);
    }

    /// <summary>No blanks before an instruction, one behind its keyword.</summary>
    private void AddKeyword(InstructionSyntax instruction)
    {
        int lineStart = _text.GetLineStart(_text.GetLinePosition(instruction.KeywordSpan.Start).Line);
        if (
            instruction.KeywordSpan.Start > lineStart
            && _text.AsSpan(TextSpan.FromBounds(lineStart, instruction.KeywordSpan.Start)).IsWhiteSpace()
        )
        {
            _edits.Add(new TextEdit(TextSpan.FromBounds(lineStart, instruction.KeywordSpan.Start), ""));
        }

        int end = instruction.KeywordSpan.End;
        int next = end;
        while (next < _text.Length && _text[next] is ' ' or '\t')
        {
            next++;
        }

        if (
            next > end
            && next < instruction.Span.End
            && _text[next] is not ('\r' or '\n')
            && !(next == end + 1 && _text[end] == ' ')
        )
        {
            _edits.Add(new TextEdit(TextSpan.FromBounds(end, next), " "));
        }
    }

    private void AddCompose()
    {
        YamlSyntaxTree tree = _view.GetYaml(_cancellation);
        bool[] isLeft = new bool[_text.LineCount];
        var nodes = new DescendantEnumerator(tree.Root);
        while (nodes.MoveNext())
        {
            _cancellation.ThrowIfCancellationRequested();
            if (nodes.Current is YamlScalarSyntax scalar)
            {
                int first = _text.GetLinePosition(scalar.Span.Start).Line;
                int last = _text.GetLinePosition(scalar.Span.End).Line;
                if (last > first)
                {
                    MarkLines(scalar.Span, isLeft);
                    isLeft[first] = scalar.Style is not (YamlScalarStyle.Literal or YamlScalarStyle.Folded);
                }
            }
            else if (nodes.Current is YamlPairSyntax pair)
            {
                AddColon(pair);
            }
        }

        AddLines(isLeft);
    }

    /// <summary>One blank behind the colon of a key, where the value stands on its line.</summary>
    private void AddColon(YamlPairSyntax pair)
    {
        int start = pair.Key.Span.End;
        int end = pair.Value.Span.Start;
        if (end <= start)
        {
            return;
        }

        ReadOnlySpan<char> between = _text.AsSpan(TextSpan.FromBounds(start, end));
        int colon = between.IndexOf(':');
        if (
            colon >= 0
            && between[..colon].Trim(' ').IsEmpty
            && between.Length > colon + 1
            && between[(colon + 1)..].Trim(" \t").IsEmpty
            && between is not ": "
        )
        {
            _edits.Add(new TextEdit(TextSpan.FromBounds(start, end), ": "));
        }
    }

    /// <summary>No blanks at the end of lines, no two empty lines in a row, one line end at the end.</summary>
    private void AddLines(bool[] isLeft)
    {
        int lastFilled = -1;
        for (int line = 0; line < _text.LineCount; line++)
        {
            TextSpan span = _text.GetLineSpan(line);
            ReadOnlySpan<char> content = _text.AsSpan(span);
            if (isLeft[line])
            {
                lastFilled = line;
                continue;
            }

            int length = content.TrimEnd(" \t").Length;
            if (length > 0)
            {
                lastFilled = line;
            }
            else if (lastFilled < 0 && line + 1 < _text.LineCount)
            {
                _edits.Add(new TextEdit(TextSpan.FromBounds(span.Start, _text.GetLineStart(line + 1)), ""));
                continue;
            }
            else if (lastFilled >= 0 && line - lastFilled > 1)
            {
                // The line end before goes with it.
                _edits.Add(new TextEdit(TextSpan.FromBounds(_text.GetLineSpan(line - 1).End, span.End), ""));
                continue;
            }

            if (length < content.Length)
            {
                _edits.Add(new TextEdit(TextSpan.FromBounds(span.Start + length, span.End), ""));
            }
        }

        if (lastFilled < 0)
        {
            return;
        }

        int end = _text.GetLineSpan(lastFilled).End;
        int filled = isLeft[lastFilled] ? end : end - CountTrailing(_text.AsSpan(_text.GetLineSpan(lastFilled)));
        _edits.RemoveAll(edit => edit.Span.Start >= filled && edit.Span.End > end);
        if (lastFilled == _text.LineCount - 1)
        {
            _edits.Add(new TextEdit(new TextSpan(end, 0), GetLineEnd()));
        }
        else if (_text.GetLineStart(lastFilled + 1) is var next && next < _text.Length)
        {
            _edits.Add(new TextEdit(TextSpan.FromBounds(next, _text.Length), ""));
        }
    }

    private static int CountTrailing(ReadOnlySpan<char> content) => content.Length - content.TrimEnd(" \t").Length;

    private string GetLineEnd() =>
        _text.GetLineSpan(0).End is var end && end < _text.Length && _text[end] == '\r' ? "\r\n" : "\n";

    private void MarkLines(TextSpan span, bool[] marked)
    {
        int last = _text.GetLinePosition(span.End).Line;
        for (int line = _text.GetLinePosition(span.Start).Line; line <= last; line++)
        {
            marked[line] = true;
        }
    }

    /// <summary>As many of some edits as together leave every word as it is.</summary>
    private List<TextEdit> Prove(List<TextEdit> edits)
    {
        if (edits.Count == 0 || IsSame(edits))
        {
            return edits;
        }

        if (edits.Count == 1 || _attempts >= MaxAttempts)
        {
            return [];
        }

        int half = edits.Count / 2;
        List<TextEdit> first = Prove(edits.GetRange(0, half));
        List<TextEdit> second = Prove(edits.GetRange(half, edits.Count - half));
        List<TextEdit> both = [.. first, .. second];
        return first.Count == 0 || second.Count == 0 || IsSame(both) ? both : first;
    }

    private bool IsSame(List<TextEdit> edits)
    {
        _attempts++;
        var file = new SourceFile(_view.Path, SourceText.From(TextEdit.Apply(_text.ToString(), edits)));
        if (!_view.IsDockerfile)
        {
            var tree = YamlSyntaxTree.Parse(file);
            return tree.Diagnostics.Length == _view.GetYaml(_cancellation).Diagnostics.Length
                && YamlWords
                    .Read(tree, [], _cancellation)
                    .SequenceEqual(YamlWords.Read(_view.GetYaml(_cancellation), [], _cancellation));
        }

        List<string>[] before = DockerfileWords.Read(CreateModel(_view.File), _cancellation);
        List<string>[] after = DockerfileWords.Read(CreateModel(file), _cancellation);
        return before.Length == after.Length && before.Zip(after).All(rows => rows.First.SequenceEqual(rows.Second));
    }

    private DockerfileModel CreateModel(SourceFile file) =>
        DockerfileModel.Create(DockerfileSyntaxTree.Parse(file, _cancellation));
}
