using DockerfileLint.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>
/// Reads one stretch of a file into nodes. What it read is only handed out where all of it is valid YAML.
/// </summary>
internal sealed class YamlReader
{
    private readonly string _text;
    private readonly List<RecordedToken> _tokens = [];
    private readonly List<YamlNodeSyntax> _nodes = [];
    private readonly Stack<OpenCollection> _open = new();
    private readonly List<YamlDocumentSyntax> _documents = [];
    private int _offset;
    private int _nodeCount;
    private bool _hasHiddenBreaks;

    private readonly int _maxNodes;
    private readonly CancellationToken _cancellation;

    internal YamlReader(string text, AnalysisBudget budget, CancellationToken cancellation)
    {
        _text = text;
        _cancellation = cancellation;
        _maxNodes = budget.MaxYamlNodes;
    }

    /// <summary>The tokens of the last stretch, in text order; those before the problem where there is one.</summary>
    internal List<RecordedToken> Tokens => _tokens;

    /// <summary>The documents of the last stretch.</summary>
    internal List<YamlDocumentSyntax> Documents => _documents;

    /// <summary>Whether anchors, aliases or merge keys were seen in any stretch.</summary>
    internal bool NeedsBinding { get; private set; }

    /// <summary>Whether the file has more nodes than the budget allows: then nothing more is read.</summary>
    internal bool IsExhausted => _nodeCount > _maxNodes;

    /// <summary>Reads a stretch; returns what is wrong with it, or <c>null</c>.</summary>
    internal YamlProblem? Read(TextSpan stretch)
    {
        string text = stretch.Length == _text.Length ? _text : _text.Substring(stretch.Start, stretch.Length);
        _hasHiddenBreaks = false;
        YamlProblem? problem = Read(stretch, text);
        if (problem is not null && !IsExhausted && QuotedLineBreaks.Hide(text) is { } hidden)
        {
            _hasHiddenBreaks = true;
            problem = Read(stretch, hidden);
        }

        return problem;
    }

    private YamlProblem? Read(TextSpan stretch, string text)
    {
        _offset = stretch.Start;
        _tokens.Clear();
        _nodes.Clear();
        _open.Clear();
        _documents.Clear();
        int countBefore = _nodeCount;
        YamlProblem? problem;
        try
        {
            problem = ReadEvents(
                new Parser(new YamlTokenRecorder(new CancellableReader(text, _cancellation), _text, _offset, _tokens))
            );
        }
        catch (YamlException exception)
        {
            problem = new YamlProblem(
                exception.Message,
                (int)exception.Start.Index + _offset,
                (int)exception.End.Index + _offset
            );
        }
        // The scanner throws InvalidOperationException and others without a place: to the reader of the file all of
        // them mean broken YAML.
#pragma warning disable CA1031
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            int last = _tokens.Count > 0 ? _tokens[_tokens.Count - 1].End : stretch.Start;
            problem = new YamlProblem("", last, last);
        }
#pragma warning restore CA1031

        if (problem is not null && !IsExhausted)
        {
            // What is read again counts once.
            _nodeCount = countBefore;
        }

        return problem;
    }

    private YamlProblem? ReadEvents(Parser parser)
    {
        int documentStart = 0;
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            int start = (int)current.Start.Index + _offset;
            switch (current)
            {
                case YamlDotNet.Core.Events.Scalar scalar:
                    AddScalar(scalar, start, documentStart);
                    break;
                case AnchorAlias alias:
                    NeedsBinding = true;
                    Add(
                        new YamlAliasSyntax(
                            TextSpan.FromBounds(start, (int)alias.End.Index + _offset),
                            alias.Value.Value
                        )
                    );
                    break;
                case NodeEvent collection:
                    if (_open.Count == AnalysisBudget.MaxYamlDepth)
                    {
                        return new YamlProblem(YamlProblem.TooDeep, start, start + 1);
                    }

                    YamlProperties? properties = ReadProperties(collection, start);
                    _open.Push(
                        new OpenCollection(
                            properties is null ? start : Math.Min(properties.ContentStart, start),
                            properties,
                            _nodes.Count,
                            collection
                        )
                    );
                    break;
                case MappingEnd or SequenceEnd:
                    CloseCollection((int)current.Start.Index + _offset);
                    break;
                case YamlDotNet.Core.Events.DocumentStart document:
                    documentStart = document.IsImplicit ? -1 : start;
                    break;
                case YamlDotNet.Core.Events.DocumentEnd:
                    YamlNodeSyntax content = _nodes[0];
                    _documents.Add(
                        new YamlDocumentSyntax(
                            TextSpan.FromBounds(
                                documentStart < 0 ? content.Span.Start : Math.Min(documentStart, content.Span.Start),
                                content.Span.End
                            ),
                            content
                        )
                    );
                    _nodes.Clear();
                    break;
            }

            if (IsExhausted)
            {
                return new YamlProblem(YamlProblem.TooManyNodes, start, start);
            }
        }

        return null;
    }

    private void Add(YamlNodeSyntax node)
    {
        _nodeCount++;
        _nodes.Add(node);
    }

    private void AddScalar(YamlDotNet.Core.Events.Scalar scalar, int start, int documentStart)
    {
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlScalarStyle.Literal,
            ScalarStyle.Folded => YamlScalarStyle.Folded,
            _ => YamlScalarStyle.Plain,
        };
        NeedsBinding |= scalar.Value == YamlPairSyntax.MergeName;
        YamlProperties? properties = ReadProperties(scalar, start);
        if (style == YamlScalarStyle.Plain && scalar.Value.Length == 0)
        {
            // The parser places what is not there before the next token; it belongs behind the last one.
            bool isEmptyDocument = _open.Count == 0 && properties is null && documentStart >= 0;
            int place = isEmptyDocument ? Math.Min(documentStart + 3, _text.Length) : EndOfLastToken(start, properties);
            properties = properties is null ? null : properties with { ContentStart = place };
            Add(
                new YamlScalarSyntax(
                    TextSpan.FromBounds(properties is null ? place : Math.Min(start, place), place),
                    properties,
                    "",
                    style
                )
            );
            return;
        }

        int end = (int)scalar.End.Index + _offset;
        if (style is YamlScalarStyle.Literal or YamlScalarStyle.Folded)
        {
            while (end > start + 1 && _text[end - 1] is ' ' or '\t' or '\n' or '\r')
            {
                end--;
            }
        }

        string value = _hasHiddenBreaks ? QuotedLineBreaks.Restore(scalar.Value) : scalar.Value;
        Add(new YamlScalarSyntax(TextSpan.FromBounds(start, end), properties, value, style));
    }

    private int EndOfLastToken(int position, YamlProperties? properties)
    {
        // Where the parser places the node behind its anchor, the anchor is not found.
        if (properties is not null && Math.Max(properties.AnchorSpan.End, properties.TagSpan.End) is > 0 and int end)
        {
            return end;
        }

        for (int i = _tokens.Count - 1; i >= 0; i--)
        {
            RecordedToken token = _tokens[i];
            if (token.End <= position && token.End > token.Start && token.Kind is not SyntaxKind.Comment)
            {
                position = token.End;
                break;
            }
        }

        if (_open.Count == 0)
        {
            return position;
        }

        // For an empty key the parser gives any place; it lies behind what is read of its mapping.
        OpenCollection open = _open.Peek();
        return Math.Max(
            position,
            _nodes.Count > open.FirstChild ? _nodes[_nodes.Count - 1].Span.End : open.ContentStart
        );
    }

    // The parser reads one token ahead, so a node's anchor and tag are among the last tokens.
    private YamlProperties? ReadProperties(NodeEvent node, int start)
    {
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
        {
            return null;
        }

        TextSpan anchor = default;
        TextSpan tag = default;
        int contentStart = start;
        for (int i = _tokens.Count - 1; i >= 0 && _tokens[i].Start >= start; i--)
        {
            RecordedToken token = _tokens[i];
            var span = TextSpan.FromBounds(token.Start, token.End);
            if (token.Kind == SyntaxKind.Anchor && !node.Anchor.IsEmpty)
            {
                anchor = span;
            }
            else if (token.Kind == SyntaxKind.Tag && !node.Tag.IsEmpty)
            {
                tag = span;
            }
            else if (token.Kind != SyntaxKind.Comment && token.Start > start)
            {
                // At the start itself stands the first property, after the marks of the mapping that it may begin.
                contentStart = token.Start;
            }
        }

        NeedsBinding |= !node.Anchor.IsEmpty;
        return new YamlProperties(
            node.Anchor.IsEmpty ? null : node.Anchor.Value,
            anchor,
            node.Tag.IsEmpty ? null
                : node.Tag.IsNonSpecific ? "!"
                : node.Tag.Value,
            tag,
            contentStart
        );
    }

    private void CloseCollection(int endPosition)
    {
        OpenCollection open = _open.Pop();
        int first = open.FirstChild;
        int count = _nodes.Count - first;
        bool isMapping = open.Event is MappingStart;
        bool isFlow =
            open.Event is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
        int start = (int)open.Event.Start.Index + _offset;
        int contentStart = open.Properties?.ContentStart ?? start;
        int end = count > 0 ? _nodes[_nodes.Count - 1].Span.End : contentStart;

        // A single pair inside brackets is a mapping without braces; the parser then gives a start that means nothing.
        int parentStart = _open.Count > 0 ? _open.Peek().ContentStart : _offset;
        bool hasBrackets =
            isFlow
            && contentStart >= parentStart
            && contentStart < _text.Length
            && _text[contentStart] == (isMapping ? '{' : '[')
            && IsCloser(endPosition, isMapping ? '}' : ']');
        if (hasBrackets)
        {
            end = endPosition + 1;
        }
        else if (isFlow && count > 0)
        {
            start = _nodes[first].Span.Start;
        }

        YamlNodeSyntax node;
        var span = TextSpan.FromBounds(start, Math.Max(start, end));
        if (isMapping)
        {
            var pairs = new YamlPairSyntax[count / 2];
            for (int i = 0; i < pairs.Length; i++)
            {
                pairs[i] = new YamlPairSyntax(_nodes[first + (2 * i)], _nodes[first + (2 * i) + 1]);
            }

            node = new YamlMappingSyntax(span, open.Properties, pairs, isFlow);
        }
        else
        {
            node = new YamlSequenceSyntax(span, open.Properties, _nodes.GetRange(first, count).ToArray(), isFlow);
        }

        _nodes.RemoveRange(first, count);
        Add(node);
    }

    private bool IsCloser(int position, char closer) => position < _text.Length && _text[position] == closer;

    private readonly record struct OpenCollection(
        int ContentStart,
        YamlProperties? Properties,
        int FirstChild,
        NodeEvent Event
    );
}
