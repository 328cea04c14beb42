using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// The first phase of the reference builder: physical lines become directives, comments and logical lines;
/// here-documents follow the instruction that names them. Also cuts the token tiling.
/// What an instruction's own line means is <see cref="InstructionParser"/>'s business.
/// </summary>
internal sealed class DockerfileParser
{
    /// <summary>The reference builder's line buffer, in bytes with the line end.</summary>
    private const int LongestBuilderLine = 65535;

    private readonly SourceFile _file;
    private readonly AnalysisBudget _budget;
    private readonly CancellationToken _cancellation;
    private readonly string _text;
    private readonly ParserBuffers _buffers;
    private readonly LogicalLine _line;
    private readonly List<ParsedPiece> _pieces;
    private readonly List<SyntaxToken> _marks;
    private readonly InstructionParser _instructionParser;
    private Dictionary<string, int>? _reports;
    private ImmutableArray<Diagnostic>.Builder? _diagnostics;
    private SyntaxTokenList.Builder _tokens;
    private int _position;
    private int _failedHeredocs;

    internal DockerfileParser(SourceFile file, AnalysisBudget budget, CancellationToken cancellation)
    {
        _file = file;
        _budget = budget;
        _cancellation = cancellation;
        _text = file.Text.ToString();
        _buffers = ParserBuffers.Rent();
        _line = _buffers.Line;
        _pieces = _buffers.Pieces;
        _marks = _buffers.Marks;
        _instructionParser = new InstructionParser(this, _buffers, budget.MaxWords);
        _tokens = new SyntaxTokenList.Builder(_buffers.Tokens);
    }

    internal char Escape { get; private set; } = '\\';

    internal DockerfileSyntaxTree Parse()
    {
        CheckEncoding();
        ImmutableArray<DirectiveSyntax> directives = ParseHeader();
        ImmutableArray<InstructionSyntax>.Builder instructions = ImmutableArray.CreateBuilder<InstructionSyntax>(
            Math.Max(4, Math.Min(_text.Length / 100, _budget.MaxInstructions))
        );
        bool hasRest = false;
        while (_position < _text.Length)
        {
            PhysicalLine line = ReadLine();
            CheckLength(line);
            int start = DockerfileFacts.SkipWhiteSpace(_text.AsSpan(0, line.End), line.Start);
            if (
                start < line.End
                && _text[start] != '#'
                && (instructions.Count == _budget.MaxInstructions || _instructionParser.IsCut)
            )
            {
                _tokens.AddUpTo(_text.Length, SyntaxKind.SkippedText);
                hasRest = true;
                break;
            }

            if (start < line.End && _text[start] != '#')
            {
                instructions.Add(ParseInstruction(line, start));
                continue;
            }

            _tokens.AddUpTo(start, SyntaxKind.Whitespace);
            _tokens.AddUpTo(line.End, SyntaxKind.Comment);
            _tokens.AddUpTo(line.Next, SyntaxKind.NewLine);
        }

        if (instructions.Count == 0)
        {
            Report(
                RuleDescriptors.SyntaxError,
                new TextSpan(0, 0),
                string.IsNullOrWhiteSpace(_text)
                    ? SyntaxErrorMessages.EmptyFile(_file.Path)
                    : SyntaxErrorMessages.NoInstructions(_file.Path)
            );
        }

        var root = new DockerfileSyntax(new TextSpan(0, _text.Length), directives, instructions.DrainToImmutable());
        var tree = new DockerfileSyntaxTree(_file, _tokens.ToList(), root, Escape)
        {
            Cut =
                _instructionParser.IsCut ? DockerfileCut.Words
                : hasRest ? DockerfileCut.Instructions
                : DockerfileCut.None,
        };
        _buffers.Tokens = _tokens.Buffer;
        _line.Start("");
        _buffers.Return();
        InstructionChecker.Check(root, this, _cancellation);
        if (_diagnostics is not null)
        {
            CancellableSort.Sort(
                _diagnostics,
                static (left, right) => left.Location.Span.CompareTo(right.Location.Span),
                _cancellation
            );
            tree.SetDiagnostics(_diagnostics.ToImmutable());
        }

        return tree;
    }

    internal void Report(RuleDescriptor rule, TextSpan span, DiagnosticMessage message)
    {
        // One more than are reported says all there is to say.
        _reports ??= new Dictionary<string, int>(StringComparer.Ordinal);
        _reports.TryGetValue(rule.Id, out int count);
        if (count > _budget.MaxFindings)
        {
            return;
        }

        _reports[rule.Id] = count + 1;
        _diagnostics ??= ImmutableArray.CreateBuilder<Diagnostic>();
        _diagnostics.Add(new Diagnostic(rule, new Location(new SourceSpan(_file, span)), message));
    }

    internal string GetText(TextSpan span) => _text.Substring(span.Start, span.Length);

    /// <summary>Remembers that a part of the current instruction is a token of its own.</summary>
    internal void Mark(TextSpan span, SyntaxKind kind) => _marks.Add(new SyntaxToken(kind, span));

    /// <summary>Reads the bodies that follow the current instruction, one for each operator in order.</summary>
    internal ImmutableArray<HeredocSyntax> ReadHeredocs(List<HeredocOperator> operators)
    {
        ImmutableArray<HeredocSyntax>.Builder heredocs = ImmutableArray.CreateBuilder<HeredocSyntax>(operators.Count);
        foreach (HeredocOperator heredoc in operators)
        {
            heredocs.Add(ReadHeredoc(heredoc));
        }

        return heredocs.MoveToImmutable();
    }

    private void CheckEncoding()
    {
        if (_file.Text.Encoding != SourceEncoding.Utf8)
        {
            Report(RuleDescriptors.SyntaxError, new TextSpan(0, 0), SyntaxErrorMessages.NotUtf8("UTF-16"));
        }
        else if (_file.Text.HasInvalidBytes)
        {
            int first = Math.Max(0, _text.IndexOf('\uFFFD'));
            Report(
                RuleDescriptors.InvalidTextEncoding,
                new TextSpan(first, Math.Min(1, _text.Length - first)),
                InvalidTextEncodingMessages.Default(_file.Path)
            );
        }
    }

    /// <summary>
    /// Reads directives up to the first line that is not a known one. Leading blanks are allowed, as in the builder's
    /// line parser.
    /// </summary>
    private ImmutableArray<DirectiveSyntax> ParseHeader()
    {
        ImmutableArray<DirectiveSyntax>.Builder directives = ImmutableArray.CreateBuilder<DirectiveSyntax>();
        while (_position < _text.Length)
        {
            int back = _position;
            PhysicalLine line = ReadLine();
            int start = DockerfileFacts.SkipWhiteSpace(_text.AsSpan(0, line.End), line.Start);
            if (ParseDirective(start, line.End) is not { } directive)
            {
                _position = back;
                break;
            }

            foreach (DirectiveSyntax other in directives)
            {
                if (other.Name == directive.Name)
                {
                    Report(
                        RuleDescriptors.MalformedDirective,
                        directive.Span,
                        MalformedDirectiveMessages.Repeated(directive.Name)
                    );
                    break;
                }
            }

            if (directive.Name == "escape")
            {
                ReadOnlySpan<char> value = _text.AsSpan(directive.ValueSpan.Start, directive.ValueSpan.Length);
                if (value.Length == 1 && value[0] is '\\' or '`')
                {
                    Escape = value[0];
                }
                else
                {
                    Report(
                        RuleDescriptors.MalformedDirective,
                        directive.ValueSpan,
                        MalformedDirectiveMessages.Escape(value.ToString())
                    );
                }
            }

            directives.Add(directive);
            _tokens.AddUpTo(start, SyntaxKind.Whitespace);
            _tokens.AddUpTo(directive.Span.End, SyntaxKind.ParserDirective);
            _tokens.AddUpTo(line.End, SyntaxKind.Whitespace);
            _tokens.AddUpTo(line.Next, SyntaxKind.NewLine);
        }

        return directives.DrainToImmutable();
    }

    private DirectiveSyntax? ParseDirective(int start, int end)
    {
        ReadOnlySpan<char> text = _text.AsSpan(0, end);
        if (start >= end || text[start] != '#')
        {
            return null;
        }

        int nameStart = DockerfileFacts.SkipBlanks(text, start + 1);
        int nameEnd = nameStart;
        while (nameEnd < end && char.IsLetterOrDigit(text[nameEnd]) && text[nameEnd] < 128)
        {
            nameEnd++;
        }

        string? name = text.Slice(nameStart, nameEnd - nameStart).ToString().ToLowerInvariant() switch
        {
            "syntax" => "syntax",
            "escape" => "escape",
            "check" => "check",
            _ => null,
        };
        int equals = DockerfileFacts.SkipBlanks(text, nameEnd);
        if (name is null || equals >= end || text[equals] != '=')
        {
            return null;
        }

        int valueStart = DockerfileFacts.SkipBlanks(text, equals + 1);
        int valueEnd = end;
        while (valueEnd > valueStart && DockerfileFacts.IsBlank(text[valueEnd - 1]))
        {
            valueEnd--;
        }

        return valueEnd > valueStart
            ? new DirectiveSyntax(TextSpan.FromBounds(start, valueEnd), name, TextSpan.FromBounds(valueStart, valueEnd))
            : null;
    }

    private InstructionSyntax ParseInstruction(PhysicalLine line, int start)
    {
        _line.Start(_text);
        _pieces.Clear();
        _marks.Clear();
        AddPiece(start, SyntaxKind.Whitespace);
        bool continues = AddContent(line, start);
        while (continues && _position < _text.Length)
        {
            line = ReadLine();
            CheckLength(line);
            int first = DockerfileFacts.SkipWhiteSpace(_text.AsSpan(0, line.End), line.Start);
            if (first >= line.End || _text[first] == '#')
            {
                // Comments and blank lines vanish from a continued instruction and do not end it.
                AddPiece(first, SyntaxKind.Whitespace);
                AddPiece(line.End, SyntaxKind.Comment);
                AddPiece(line.Next, SyntaxKind.NewLine);
                continue;
            }

            continues = AddContent(line, line.Start);
        }

        InstructionSyntax instruction = _instructionParser.Parse(start);
        EmitTokens();
        return instruction;
    }

    /// <summary>Adds one physical line to the logical line; says whether the next one belongs to it.</summary>
    private bool AddContent(PhysicalLine line, int start)
    {
        int end = line.End;
        while (end > start && _text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        // A doubled escape character is text, not a continuation.
        bool continues = end > start && _text[end - 1] == Escape && (end - 1 == start || _text[end - 2] != Escape);
        int contentEnd = continues ? end - 1 : line.End;
        _line.Append(start, contentEnd);
        AddPiece(contentEnd, SyntaxKind.Argument);
        AddPiece(line.End, SyntaxKind.Continuation);
        AddPiece(line.Next, SyntaxKind.NewLine);
        return continues;
    }

    private HeredocSyntax ReadHeredoc(HeredocOperator heredoc)
    {
        int bodyStart = _position;
        while (_position < _text.Length && _failedHeredocs < AnalysisBudget.MaxFailedHeredocs)
        {
            PhysicalLine line = ReadLine();
            int start = line.Start;
            while (heredoc.StripsTabs && start < line.End && _text[start] == '\t')
            {
                start++;
            }

            if (_text.AsSpan(start, line.End - start).Equals(heredoc.Name.AsSpan(), StringComparison.Ordinal))
            {
                return EndHeredoc(heredoc, bodyStart, line, isTerminated: true);
            }
        }

        _position = bodyStart;
        _failedHeredocs++;
        return RecoverHeredoc(heredoc, bodyStart);
    }

    /// <summary>
    /// The builder gives up at an unterminated here-document; here the likely terminator ends it, else the next line
    /// that starts with an instruction, so that the rest of the file is still judged.
    /// </summary>
    private HeredocSyntax RecoverHeredoc(HeredocOperator heredoc, int bodyStart)
    {
        int nameEnd = 0;
        while (
            nameEnd < heredoc.Name.Length
            && (char.IsLetterOrDigit(heredoc.Name[nameEnd]) || heredoc.Name[nameEnd] == '_')
        )
        {
            nameEnd++;
        }

        string likely = heredoc.Name.Substring(0, nameEnd);
        int beforeInstruction = _failedHeredocs < AnalysisBudget.MaxFailedHeredocs ? -1 : bodyStart;
        while (_position < _text.Length && _failedHeredocs < AnalysisBudget.MaxFailedHeredocs)
        {
            int back = _position;
            PhysicalLine line = ReadLine();
            ReadOnlySpan<char> content = _text.AsSpan(line.Start, line.End - line.Start);
            if (likely.Length > 0 && content.Trim().Equals(likely.AsSpan(), StringComparison.Ordinal))
            {
                int lineNumber = _file.Text.GetLinePosition(line.Start).Line + 1;
                Report(
                    RuleDescriptors.SyntaxError,
                    heredoc.Span,
                    SyntaxErrorMessages.HeredocTerminator(
                        heredoc.Name,
                        lineNumber.ToString(CultureInfo.InvariantCulture)
                    )
                );
                return EndHeredoc(heredoc, bodyStart, line, isTerminated: false);
            }

            int keywordEnd = content.IndexOfAny(' ', '\t');
            if (
                beforeInstruction < 0
                && keywordEnd > 0
                && char.IsUpper(content[0])
                && DockerfileFacts.GetKind(content.Slice(0, keywordEnd)) != InstructionKind.Unknown
            )
            {
                beforeInstruction = back;
            }
        }

        Report(RuleDescriptors.SyntaxError, heredoc.Span, SyntaxErrorMessages.UnterminatedHeredoc(heredoc.Name));
        _position = beforeInstruction < 0 ? _text.Length : beforeInstruction;
        AddPiece(_position, SyntaxKind.HeredocBody);
        var body = TextSpan.FromBounds(bodyStart, _position);
        return new HeredocSyntax(body, heredoc, body, isTerminated: false);
    }

    private HeredocSyntax EndHeredoc(HeredocOperator heredoc, int bodyStart, PhysicalLine terminator, bool isTerminated)
    {
        AddPiece(terminator.Start, SyntaxKind.HeredocBody);
        AddPiece(terminator.End, SyntaxKind.HeredocTerminator);
        AddPiece(terminator.Next, SyntaxKind.NewLine);
        return new HeredocSyntax(
            TextSpan.FromBounds(bodyStart, terminator.End),
            heredoc,
            TextSpan.FromBounds(bodyStart, terminator.Start),
            isTerminated
        );
    }

    private void AddPiece(int end, SyntaxKind kind) => _pieces.Add(new ParsedPiece(end, kind));

    /// <summary>
    /// Cuts the tokens of the instruction: physical pieces, and inside them what the instruction parser marked.
    /// </summary>
    private void EmitTokens()
    {
        int mark = 0;
        foreach (ParsedPiece piece in _pieces)
        {
            if (piece.Kind != SyntaxKind.Argument)
            {
                _tokens.AddUpTo(piece.End, piece.Kind);
                continue;
            }

            while (_tokens.Position < piece.End)
            {
                int position = _tokens.Position;
                while (mark < _marks.Count && _marks[mark].Span.End <= position)
                {
                    mark++;
                }

                if (mark < _marks.Count && _marks[mark].Span.Start <= position)
                {
                    _tokens.AddUpTo(Math.Min(_marks[mark].Span.End, piece.End), _marks[mark].Kind);
                    continue;
                }

                int gapEnd = mark < _marks.Count ? Math.Min(_marks[mark].Span.Start, piece.End) : piece.End;
                int blanks = Math.Min(gapEnd, DockerfileFacts.SkipWhiteSpace(_text.AsSpan(0, gapEnd), position));
                _tokens.AddUpTo(blanks, SyntaxKind.Whitespace);
                _tokens.AddUpTo(DockerfileFacts.TrimEnd(_text.AsSpan(), blanks, gapEnd), SyntaxKind.Argument);
                _tokens.AddUpTo(gapEnd, SyntaxKind.Whitespace);
            }
        }
    }

    /// <summary>
    /// Reads up to the next LF. CRs before it belong to the line end; a CR elsewhere is a blank to the builder.
    /// </summary>
    private PhysicalLine ReadLine()
    {
        _cancellation.ThrowIfCancellationRequested();
        int start = _position;
        int length = _text.AsSpan(start).IndexOf('\n');
        int end = length < 0 ? _text.Length : start + length;
        _position = length < 0 ? end : end + 1;
        while (end > start && _text[end - 1] == '\r')
        {
            end--;
        }

        return new PhysicalLine(start, end, _position);
    }

    private void CheckLength(PhysicalLine line)
    {
        int length = line.Next - line.Start;
        if (
            length > LongestBuilderLine / 3
            && Encoding.UTF8.GetByteCount(_text.Substring(line.Start, length)) > LongestBuilderLine
        )
        {
            string limit = LongestBuilderLine.ToString(CultureInfo.InvariantCulture);
            Report(
                RuleDescriptors.SyntaxError,
                new TextSpan(line.Start, Math.Min(80, line.End - line.Start)),
                SyntaxErrorMessages.LineTooLong(limit)
            );
        }
    }

    /// <summary>A line: content from start to end, then its line end up to next.</summary>
    private readonly record struct PhysicalLine(int Start, int End, int Next);
}
