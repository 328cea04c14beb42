using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>What could be read of a file.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Tokens">The tokens of the text that was read, in text order.</param>
/// <param name="NeedsBinding">Whether any node has an anchor, is an alias or a merge key.</param>
/// <param name="IsComplete">Whether all of the file was read.</param>
internal sealed record YamlContent(
    List<YamlDocumentSyntax> Documents,
    List<RecordedToken> Tokens,
    bool NeedsBinding,
    bool IsComplete
);

/// <summary>
/// Reads a file; where it is not YAML, splits it at documents, top-level keys and the keys below them and reads each
/// part on its own.
/// A part that fails is skipped as a whole, so that no key ever moves to another parent.
/// </summary>
internal sealed class YamlRecovery
{
    private readonly string _text;
    private readonly YamlDiagnosticBag _diagnostics;
    private readonly YamlReader _reader;
    private readonly List<YamlDocumentSyntax> _documents = [];
    private readonly List<RecordedToken> _tokens = [];

    // Characters that may still be read: broken text is read a few times over, never quadratically often.
    private long _remaining;
    private bool _isGivenUp;

    private YamlRecovery(
        string text,
        YamlDiagnosticBag diagnostics,
        AnalysisBudget budget,
        CancellationToken cancellation
    )
    {
        _text = text;
        _diagnostics = diagnostics;
        _reader = new YamlReader(text, budget, cancellation);
        _remaining = ((long)AnalysisBudget.MaxYamlReadings * text.Length) + 10_000;
    }

    internal static YamlContent Read(
        string text,
        YamlDiagnosticBag diagnostics,
        AnalysisBudget budget,
        CancellationToken cancellation
    )
    {
        var recovery = new YamlRecovery(text, diagnostics, budget, cancellation);
        YamlProblem? problem = recovery._reader.Read(new TextSpan(0, text.Length));
        if (problem is null)
        {
            return new YamlContent(
                recovery._reader.Documents,
                recovery._reader.Tokens,
                recovery._reader.NeedsBinding,
                IsComplete: true
            );
        }

        if (recovery._reader.IsExhausted)
        {
            diagnostics.Add(problem, new TextSpan(0, text.Length), recovery._reader.Tokens);
            return new YamlContent([], [], NeedsBinding: false, IsComplete: false);
        }

        recovery.ReadDocuments(problem);
        return new YamlContent(recovery._documents, recovery._tokens, recovery._reader.NeedsBinding, IsComplete: false);
    }

    private void ReadDocuments(YamlProblem problem)
    {
        var whole = new TextSpan(0, _text.Length);
        int reportedBefore = _diagnostics.Count;
        List<Line> lines = SplitLines();
        int first = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (i + 1 < lines.Count && !(lines[i + 1].IsDocumentMarker && HasContent(lines, first, i + 1)))
            {
                continue;
            }

            ReadDocument(lines.GetRange(first, i + 1 - first), first == 0 && i + 1 == lines.Count ? problem : null);
            first = i + 1;
            if (_isGivenUp)
            {
                break;
            }
        }

        if (_diagnostics.Count == reportedBefore)
        {
            // Each part is YAML, only together they are not.
            _diagnostics.Add(problem, whole, _reader.Tokens);
        }
    }

    private static bool HasContent(List<Line> lines, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (lines[i].HasContent)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadDocument(List<Line> lines, YamlProblem? knownProblem)
    {
        TextSpan span = TextSpan.FromBounds(lines[0].Start, lines[lines.Count - 1].End);
        knownProblem ??= Charge(span) ? _reader.Read(span) : new YamlProblem("", span.Start, span.Start);
        if (knownProblem is null)
        {
            _documents.AddRange(_reader.Documents);
            _tokens.AddRange(_reader.Tokens);
            return;
        }

        List<YamlPairSyntax> pairs = [];
        List<Chunk> chunks = SplitChunks(lines, LeastIndentation(lines));
        ReadChunks(chunks, 0, chunks.Count, pairs, depth: 0, knownProblem);
        if (pairs.Count > 0)
        {
            var content = new YamlMappingSyntax(SpanOf(pairs, 0), properties: null, [.. pairs], isFlow: false);
            _documents.Add(new YamlDocumentSyntax(content.Span, content));
        }
    }

    private void ReadChunks(
        List<Chunk> chunks,
        int start,
        int end,
        List<YamlPairSyntax> pairs,
        int depth,
        YamlProblem? knownProblem = null
    )
    {
        if (start == end || _isGivenUp)
        {
            return;
        }

        TextSpan span = TextSpan.FromBounds(chunks[start].Span.Start, chunks[end - 1].Span.End);
        if (_diagnostics.Count >= AnalysisBudget.MaxYamlProblems || !Charge(span))
        {
            _isGivenUp = true;
            _diagnostics.AddTooManyProblems(span.Start, AnalysisBudget.MaxYamlProblems);
            return;
        }

        YamlProblem? problem = knownProblem ?? FindMisplaced(chunks, start, end) ?? _reader.Read(span);
        if (problem is null && TryTakePairs(pairs, out problem))
        {
            return;
        }

        if (end - start > 1)
        {
            int middle = (start + end) / 2;
            ReadChunks(chunks, start, middle, pairs, depth);
            ReadChunks(chunks, middle, end, pairs, depth);
            return;
        }

        if (depth == AnalysisBudget.MaxYamlRecoveryDepth || !TryDescend(chunks[start], pairs, depth))
        {
            _diagnostics.Add(problem!, span, _reader.Tokens);
        }
    }

    // A lone chunk that stands out to the left of its siblings has no certain parent.
    private static YamlProblem? FindMisplaced(List<Chunk> chunks, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (chunks[i].IsMisplaced)
            {
                return new YamlProblem(YamlProblem.WrongIndentation, chunks[i].KeyStart, chunks[i].KeyStart);
            }
        }

        return null;
    }

    private bool TryTakePairs(List<YamlPairSyntax> pairs, out YamlProblem? problem)
    {
        problem = null;
        if (
            _reader.Documents.Count == 1
            && _reader.Documents[0].Content is YamlMappingSyntax { IsFlow: false, Properties: null } mapping
        )
        {
            pairs.AddRange(mapping.Pairs);
        }
        else if (_reader.Documents.Count > 0)
        {
            YamlNodeSyntax content = _reader.Documents[0].Content;
            problem = new YamlProblem(YamlProblem.NoKey, content.Span.Start, content.Span.End);
            return false;
        }

        _tokens.AddRange(_reader.Tokens);
        return true;
    }

    /// <summary>Reads a key, such as <c>services</c>, and each key below it on its own.</summary>
    private bool TryDescend(Chunk chunk, List<YamlPairSyntax> pairs, int depth)
    {
        if (depth > 0 && (chunk.IsMisplaced || chunk.Lines.Exists(MayHideKey)))
        {
            return false;
        }

        int child = chunk.Lines.FindIndex(line => line.HasContent && line.Start + line.Indentation > chunk.KeyStart);
        if (child <= 0)
        {
            return false;
        }

        int keyIndentation = chunk.KeyIndentation;
        int indentation = FindChildIndentation(chunk, child);
        if (
            indentation <= keyIndentation
            || (chunk.Lines[child].Indentation == indentation && _text[chunk.Lines[child].Start + indentation] == '-')
        )
        {
            return false;
        }

        while (!chunk.Lines[child - 1].HasContent && chunk.Lines[child - 1].Start > chunk.KeyStart)
        {
            child--;
        }

        var header = TextSpan.FromBounds(chunk.Span.Start, chunk.Lines[child].Start);
        var headerPairs = new List<YamlPairSyntax>();
        if (
            !Charge(header)
            || _reader.Read(header) is not null
            || _reader.Documents.Count != 1
            || _reader.Documents[0].Content
                is not YamlMappingSyntax
                {
                    Pairs: [{ Value: YamlScalarSyntax { Value: "", Style: YamlScalarStyle.Plain } } pair]
                }
        )
        {
            return false;
        }

        _tokens.AddRange(_reader.Tokens);
        List<Chunk> children = SplitChunks(chunk.Lines.GetRange(child, chunk.Lines.Count - child), indentation);
        int reportedBefore = _diagnostics.Count;
        ReadChunks(children, 0, children.Count, headerPairs, depth + 1);
        YamlProperties? properties = pair.Value.Properties;
        TextSpan span = SpanOf(headerPairs, pair.Value.Span.Start);
        if (properties is not null)
        {
            properties = properties with
            {
                ContentStart = headerPairs.Count > 0 ? headerPairs[0].Span.Start : properties.ContentStart,
            };
            span = TextSpan.FromBounds(pair.Value.Span.Start, Math.Max(pair.Value.Span.End, span.End));
        }

        pairs.Add(
            new YamlPairSyntax(
                pair.Key,
                new YamlMappingSyntax(span, properties, [.. headerPairs], isFlow: false)
                {
                    IsIncomplete = _diagnostics.Count > reportedBefore,
                }
            )
        );
        return true;
    }

    /// <summary>
    /// Whether a line may be a key of an outer level, so that what follows belongs to another parent: its indentation
    /// is not certain, or it ends as a key does although it has a value, as two lines do that were joined by mistake.
    /// </summary>
    private bool MayHideKey(Line line)
    {
        if (line.HasContent && line.Indentation == Line.Tab)
        {
            return true;
        }

        int end = line.End;
        while (end > line.Start && _text[end - 1] is ' ' or '\t' or '\n' or '\r')
        {
            end--;
        }

        return end - line.Start > 1
            && _text[end - 1] == ':'
            && _text.IndexOf(": ", line.Start, end - line.Start, StringComparison.Ordinal) >= 0;
    }

    /// <summary>The indentation of the keys below a chunk's key; 0 where it is not certain.</summary>
    private static int FindChildIndentation(Chunk chunk, int firstChild)
    {
        int first = chunk.Lines[firstChild].Indentation;
        int least = Line.Tab;
        int count = 0;
        int last = 0;
        for (int i = firstChild; i < chunk.Lines.Count; i++)
        {
            Line line = chunk.Lines[i];
            if (!line.HasContent || line.Indentation > least)
            {
                continue;
            }

            count = line.Indentation == least ? count + 1 : 1;
            least = line.Indentation;
            last = i;
        }

        if (least == Line.Tab)
        {
            return 0;
        }

        if (first == least || count > 1)
        {
            return least;
        }

        // One line stands out to the left. It is a sibling gone astray where its own children stand deeper than the
        // first child;
        // otherwise the first child may have lost its key.
        int next = chunk.Lines.FindIndex(last + 1, line => line.HasContent);
        return next > 0 && chunk.Lines[next].Indentation > first && first != Line.Tab ? first : 0;
    }

    private static TextSpan SpanOf(List<YamlPairSyntax> pairs, int place) =>
        pairs.Count == 0
            ? new TextSpan(place, 0)
            : TextSpan.FromBounds(pairs[0].Span.Start, pairs[pairs.Count - 1].Span.End);

    private bool Charge(TextSpan span)
    {
        _remaining -= span.Length + 100;
        return _remaining > 0;
    }

    /// <summary>The indentation of the top-level keys: no line of text stands left of them.</summary>
    private static int LeastIndentation(List<Line> lines)
    {
        int least = Line.Tab;
        foreach (Line line in lines)
        {
            if (line.HasContent && !line.IsDocumentMarker)
            {
                least = Math.Min(least, line.Indentation);
            }
        }

        return least == Line.Tab ? 0 : least;
    }

    /// <summary>
    /// Splits at the lines that stand at an indentation or left of it. Comments and blank lines belong to what follows
    /// them.
    /// </summary>
    private List<Chunk> SplitChunks(List<Line> lines, int indentation)
    {
        var chunks = new List<Chunk>();
        int first = 0;
        int key = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            if (!IsBoundary(lines[i], indentation))
            {
                continue;
            }

            int start = i;
            while (start > first && start - 1 > key && !lines[start - 1].HasContent)
            {
                start--;
            }

            if (key >= 0)
            {
                chunks.Add(Chunk.Create(lines.GetRange(first, start - first), lines[key], indentation));
                first = start;
            }
            else if (FindOrphan(lines, first, start) is { } orphan)
            {
                // Indented text with no key above it.
                chunks.Add(
                    Chunk.Create(lines.GetRange(first, start - first), lines[orphan], indentation) with
                    {
                        IsMisplaced = true,
                    }
                );
                first = start;
            }

            key = i;
        }

        chunks.Add(Chunk.Create(lines.GetRange(first, lines.Count - first), lines[Math.Max(key, first)], indentation));
        return chunks;
    }

    private int? FindOrphan(List<Line> lines, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (lines[i].HasContent && !lines[i].IsDocumentMarker && _text[lines[i].Start] != '%')
            {
                return i;
            }
        }

        return null;
    }

    private bool IsBoundary(Line line, int indentation)
    {
        if (!line.HasContent || line.IsDocumentMarker || line.Indentation > indentation)
        {
            return false;
        }

        // A sequence may stand below its key without indentation, and a bracket may close there.
        int position = line.Start + line.Indentation;
        bool isEntry =
            _text[position] == '-'
            && (position + 1 == _text.Length || _text[position + 1] is ' ' or '\n' or '\r' or '\t');
        return !isEntry && _text[position] is not (']' or '}' or ',' or '%');
    }

    private List<Line> SplitLines()
    {
        var lines = new List<Line>();
        int start = 0;
        while (start < _text.Length)
        {
            int end = _text.IndexOfAny(LineEnds, start);
            int next =
                end < 0
                    ? _text.Length
                    : end + (_text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n' ? 2 : 1);
            end = end < 0 ? _text.Length : end;
            int i = start;
            bool hasTab = false;
            while (i < end && _text[i] is ' ' or '\t')
            {
                hasTab |= _text[i] == '\t';
                i++;
            }

            bool hasContent = i < end && _text[i] != '#';
            bool isMarker =
                hasContent
                && i == start
                && end - start >= 3
                && string.CompareOrdinal(_text, start, "---", 0, 3) == 0
                && (end - start == 3 || _text[start + 3] is ' ' or '\t');
            lines.Add(new Line(start, next, hasTab ? Line.Tab : i - start, hasContent, isMarker));
            start = next;
        }

        if (lines.Count == 0)
        {
            lines.Add(new Line(0, 0, 0, HasContent: false, IsDocumentMarker: false));
        }

        return lines;
    }

    private static readonly char[] LineEnds = ['\n', '\r'];

    /// <param name="Start">Offset of the line.</param>
    /// <param name="End">Offset behind its line end.</param>
    /// <param name="Indentation">
    /// Number of blanks before its first character; <see cref="Tab"/> where a tab is among them.
    /// </param>
    /// <param name="HasContent">Whether more than blanks and a comment is on it.</param>
    /// <param name="IsDocumentMarker">Whether it starts with <c>---</c>.</param>
    private readonly record struct Line(int Start, int End, int Indentation, bool HasContent, bool IsDocumentMarker)
    {
        // More than any real indentation: such a line stays with the key above it.
        internal const int Tab = int.MaxValue;
    }

    private sealed record Chunk(List<Line> Lines, TextSpan Span, int KeyStart, int KeyIndentation, bool IsMisplaced)
    {
        internal static Chunk Create(List<Line> lines, Line key, int indentation)
        {
            int keyIndentation = key.Indentation == Line.Tab ? 0 : key.Indentation;
            return new Chunk(
                lines,
                TextSpan.FromBounds(lines[0].Start, lines[lines.Count - 1].End),
                key.Start + keyIndentation,
                keyIndentation,
                key.HasContent && key.Indentation < indentation
            );
        }
    }
}
