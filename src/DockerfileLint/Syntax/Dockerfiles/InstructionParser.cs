using System.Collections.Immutable;
using System.Text;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// Makes the node of an instruction from its logical line: name, flags and arguments, each in the argument form that
/// the reference builder gives the instruction.
/// </summary>
internal sealed class InstructionParser(DockerfileParser parser, ParserBuffers buffers, int maxWords)
{
    private readonly LogicalLine _line = buffers.Line;
    private readonly List<(int Start, int End)> _ranges = buffers.Ranges;
    private int _words;

    /// <summary>Whether words are left out since the file has too many.</summary>
    internal bool IsCut => _words > maxWords;

    private ReadOnlySpan<char> Text => _line.Text;

    /// <summary>Parses the logical line.</summary>
    /// <param name="source">
    /// Where its first line starts in the source. An escape character alone may stand there.
    /// </param>
    internal InstructionSyntax Parse(int source)
    {
        int start = DockerfileFacts.SkipWhiteSpace(Text, 0);
        if (start < Text.Length)
        {
            return Parse(start, isTrigger: false);
        }

        // Nothing follows an escape character to the end of the file: to the builder an instruction without a name.
        var escape = new TextSpan(source, 1);
        return new UnknownInstructionSyntax(new InstructionParts(escape, escape, escape, [], []));
    }

    private InstructionSyntax Parse(int start, bool isTrigger)
    {
        int end = DockerfileFacts.TrimEnd(Text, start, Text.Length);
        int keywordEnd = start;
        while (keywordEnd < end && !DockerfileFacts.IsBlank(Text[keywordEnd]))
        {
            keywordEnd++;
        }

        TextSpan keyword = _line.Map(start, keywordEnd);
        InstructionKind kind = DockerfileFacts.GetKind(Text.Slice(start, keywordEnd - start));
        parser.Mark(keyword, SyntaxKind.Keyword);
        if (isTrigger && kind == InstructionKind.Onbuild)
        {
            // The builder refuses it, and a chain of them must not nest without end.
            kind = InstructionKind.Unknown;
        }

        int position = DockerfileFacts.SkipWhiteSpace(Text.Slice(0, end), keywordEnd);
        ImmutableArray<FlagSyntax> flags = kind == InstructionKind.Unknown ? [] : ParseFlags(ref position, end);
        TextSpan lineSpan = _line.Map(start, end);
        var parts = new InstructionParts(lineSpan, lineSpan, keyword, flags, []);
        switch (kind)
        {
            case InstructionKind.From:
                return new FromInstructionSyntax(parts, ParseBlankList(position, end));
            case InstructionKind.Run:
                CommandSyntax run = ParseCommand(position, end, kind);
                return new RunInstructionSyntax(run.IsExecForm ? parts : WithHeredocs(parts, keywordEnd, end), run);
            case InstructionKind.Cmd:
                return new CmdInstructionSyntax(parts, ParseCommand(position, end, kind));
            case InstructionKind.Entrypoint:
                return new EntrypointInstructionSyntax(parts, ParseCommand(position, end, kind));
            case InstructionKind.Shell:
                return new ShellInstructionSyntax(parts, ParseCommand(position, end, kind));
            case InstructionKind.Copy:
            case InstructionKind.Add:
                bool isJson = TryParseStrings(position, end, kind, out ImmutableArray<WordSyntax> arguments);
                if (!isJson)
                {
                    arguments = ParseBlankList(position, end);
                    parts = WithHeredocs(parts, keywordEnd, end);
                }

                return kind == InstructionKind.Copy
                    ? new CopyInstructionSyntax(parts, arguments, isJson)
                    : new AddInstructionSyntax(parts, arguments, isJson);
            case InstructionKind.Volume:
                return new VolumeInstructionSyntax(
                    parts,
                    TryParseStrings(position, end, kind, out ImmutableArray<WordSyntax> paths)
                        ? paths
                        : ParseBlankList(position, end)
                );
            case InstructionKind.Expose:
                return new ExposeInstructionSyntax(parts, ParseBlankList(position, end));
            case InstructionKind.Env:
                return new EnvInstructionSyntax(
                    parts,
                    ParsePairs(position, end, kind, out bool isLegacyEnv),
                    isLegacyEnv
                );
            case InstructionKind.Label:
                return new LabelInstructionSyntax(
                    parts,
                    ParsePairs(position, end, kind, out bool isLegacyLabel),
                    isLegacyLabel
                );
            case InstructionKind.Arg:
                return new ArgInstructionSyntax(parts, ParseDeclarations(position, end));
            case InstructionKind.User:
                return new UserInstructionSyntax(parts, ParseRest(position, end));
            case InstructionKind.Workdir:
                return new WorkdirInstructionSyntax(parts, ParseRest(position, end));
            case InstructionKind.Stopsignal:
                return new StopsignalInstructionSyntax(parts, ParseRest(position, end));
            case InstructionKind.Maintainer:
                return new MaintainerInstructionSyntax(parts, ParseRest(position, end));
            case InstructionKind.Healthcheck:
                return ParseHealthcheck(parts, position, end);
            case InstructionKind.Onbuild:
                return ParseOnbuild(parts, position, end);
            default:
                return new UnknownInstructionSyntax(parts);
        }
    }

    private InstructionParts WithHeredocs(in InstructionParts parts, int start, int end)
    {
        if (HeredocLexer.Find(_line, start, end) is not { } operators)
        {
            return parts;
        }

        ImmutableArray<HeredocSyntax> heredocs = parser.ReadHeredocs(operators);
        int last = Math.Max(parts.Span.End, heredocs[heredocs.Length - 1].Span.End);
        return parts with { Span = TextSpan.FromBounds(parts.Span.Start, last), Heredocs = heredocs };
    }

    private WordSyntax CreateWord(int start, int end)
    {
        TextSpan span = _line.Map(start, end);
        return new WordSyntax(span, _line.GetTextIfJoined(start, end, span));
    }

    private WordSyntax CreateMarkedWord(int start, int end)
    {
        WordSyntax word = CreateWord(start, end);
        parser.Mark(word.Span, SyntaxKind.Argument);
        return word;
    }

    /// <summary>
    /// Words that begin with <c>--</c>. Quotes group and vanish, the escape character takes the next one literally;
    /// <c>--</c> alone ends the flags.
    /// </summary>
    private ImmutableArray<FlagSyntax> ParseFlags(ref int position, int end)
    {
        ReadOnlySpan<char> text = Text.Slice(0, end);
        if (position + 1 >= end || text[position] != '-' || text[position + 1] != '-')
        {
            return [];
        }

        ImmutableArray<FlagSyntax>.Builder flags = ImmutableArray.CreateBuilder<FlagSyntax>();
        while (position + 1 < end && text[position] == '-' && text[position + 1] == '-')
        {
            int start = position;
            position = SkipFlag(text, position, out string? cooked);
            TextSpan span = _line.Map(start, position);
            parser.Mark(span, SyntaxKind.Flag);
            bool isEndOfFlags = position - start == 2;
            if (!isEndOfFlags)
            {
                flags.Add(CreateFlag(start, position, span, cooked));
            }

            position = DockerfileFacts.SkipWhiteSpace(text, position);
            if (isEndOfFlags)
            {
                break;
            }
        }

        return flags.ToImmutable();
    }

    private FlagSyntax CreateFlag(int start, int end, TextSpan span, string? cooked)
    {
        ReadOnlySpan<char> word = cooked is null ? Text.Slice(start, end - start) : cooked.AsSpan();
        int equals = word.IndexOf('=');
        if (equals < 0)
        {
            return new FlagSyntax(span, word.Slice(2).ToString(), value: null);
        }

        // In a word with quotes or escapes the sign still is the first one of the source.
        string name = word.Slice(2, equals - 2).ToString();
        int sourceEquals = Text.Slice(start, end - start).IndexOf('=');
        TextSpan valueSpan = _line.Map(start + sourceEquals + 1, end);
        if (valueSpan.IsEmpty)
        {
            valueSpan = new TextSpan(span.End, 0);
        }

        string? value = cooked is null
            ? _line.GetTextIfJoined(start + sourceEquals + 1, end, valueSpan)
            : word.Slice(equals + 1).ToString();
        return new FlagSyntax(span, name, new WordSyntax(valueSpan, value));
    }

    private int SkipFlag(ReadOnlySpan<char> text, int position, out string? cooked)
    {
        int start = position;
        while (
            position < text.Length
            && !char.IsWhiteSpace(text[position])
            && text[position] is not ('\'' or '"')
            && text[position] != parser.Escape
        )
        {
            position++;
        }

        cooked = null;
        if (position == text.Length || char.IsWhiteSpace(text[position]))
        {
            return position;
        }

        var word = new StringBuilder();
        word.Append(text.Slice(start, position - start).ToArray());
        char quote = '\0';
        for (; position < text.Length; position++)
        {
            char c = text[position];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                break;
            }

            if (c == parser.Escape)
            {
                if (position + 1 < text.Length)
                {
                    position++;
                    word.Append(text[position]);
                }
            }
            else if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else
            {
                word.Append(c);
            }
        }

        cooked = word.ToString();
        return position;
    }

    /// <summary>Splits at the narrow blanks; quotes mean nothing here.</summary>
    private ImmutableArray<WordSyntax> ParseBlankList(int position, int end)
    {
        _ranges.Clear();
        while (position < end)
        {
            int start = position;
            while (position < end && !DockerfileFacts.IsBlank(Text[position]))
            {
                position++;
            }

            if (position > start && !TryAddRange(start, position))
            {
                break;
            }

            position = DockerfileFacts.SkipBlanks(Text.Slice(0, end), position);
        }

        return CreateWords(decode: false);
    }

    private ImmutableArray<WordSyntax> CreateWords(bool decode)
    {
        ImmutableArray<WordSyntax>.Builder words = ImmutableArray.CreateBuilder<WordSyntax>(_ranges.Count);
        foreach ((int start, int end) in _ranges)
        {
            if (!decode)
            {
                words.Add(CreateMarkedWord(start, end));
                continue;
            }

            TextSpan span = _line.Map(start, end);
            parser.Mark(span, SyntaxKind.Argument);
            words.Add(new WordSyntax(span, JsonArrayReader.Decode(Text.Slice(start, end - start))));
        }

        return words.MoveToImmutable();
    }

    private bool TryParseStrings(int position, int end, InstructionKind kind, out ImmutableArray<WordSyntax> strings)
    {
        JsonArrayReader.Result result = JsonArrayReader.Read(Text, position, end, _ranges);
        if (result == JsonArrayReader.Result.OtherValues)
        {
            foreach ((int start, int valueEnd) in _ranges)
            {
                if (Text[start] != '"')
                {
                    parser.Report(
                        RuleDescriptors.SyntaxError,
                        _line.Map(start, valueEnd),
                        SyntaxErrorMessages.NotAString(
                            DockerfileFacts.GetName(kind),
                            Text.Slice(start, valueEnd - start).ToString()
                        )
                    );
                    break;
                }
            }
        }

        _words += _ranges.Count;
        strings = result == JsonArrayReader.Result.Strings ? CreateWords(decode: true) : [];
        return result == JsonArrayReader.Result.Strings;
    }

    private CommandSyntax ParseCommand(int position, int end, InstructionKind kind)
    {
        bool isExecForm = TryParseStrings(position, end, kind, out ImmutableArray<WordSyntax> arguments);
        return new CommandSyntax(_line.Map(position, Math.Max(position, end)), isExecForm, arguments);
    }

    /// <summary>One argument that may contain blanks.</summary>
    private WordSyntax? ParseRest(int position, int end) => position < end ? CreateMarkedWord(position, end) : null;

    /// <summary>
    /// Splits at white space outside quotes; quotes and escapes are kept, expansion removes them later.
    /// </summary>
    private void SplitWords(int position, int end)
    {
        _ranges.Clear();
        ReadOnlySpan<char> text = Text.Slice(0, end);
        while (position < end)
        {
            position = DockerfileFacts.SkipWhiteSpace(text, position);
            int start = position;
            char quote = '\0';
            while (position < end && (quote != '\0' || !char.IsWhiteSpace(text[position])))
            {
                char c = text[position];
                if (c == parser.Escape && quote != '\'')
                {
                    position++;
                }
                else if (quote == '\0' && c is '\'' or '"')
                {
                    quote = c;
                }
                else if (c == quote)
                {
                    quote = '\0';
                }

                position++;
            }

            position = Math.Min(position, end);
            if (position > start && !TryAddRange(start, position))
            {
                break;
            }
        }
    }

    private bool TryAddRange(int start, int end)
    {
        if (++_words > maxWords)
        {
            return false;
        }

        _ranges.Add((start, end));
        return true;
    }

    private ImmutableArray<KeyValueSyntax> ParsePairs(int position, int end, InstructionKind kind, out bool isLegacy)
    {
        SplitWords(position, end);
        isLegacy =
            _ranges.Count > 0 && Text.Slice(_ranges[0].Start, _ranges[0].End - _ranges[0].Start).IndexOf('=') < 0;
        if (isLegacy)
        {
            return [ParseLegacyPair(position, end, kind)];
        }

        ImmutableArray<KeyValueSyntax>.Builder pairs = ImmutableArray.CreateBuilder<KeyValueSyntax>(_ranges.Count);
        bool isReported = false;
        foreach ((int start, int wordEnd) in _ranges)
        {
            KeyValueSyntax pair = CreatePair(start, wordEnd);
            pairs.Add(pair);
            if (pair.Value is null && !isReported)
            {
                isReported = true;
                parser.Report(
                    RuleDescriptors.SyntaxError,
                    pair.Span,
                    SyntaxErrorMessages.MissingEquals(
                        DockerfileFacts.GetName(kind),
                        Text.Slice(start, wordEnd - start).ToString()
                    )
                );
            }
        }

        return pairs.MoveToImmutable();
    }

    private KeyValueSyntax ParseLegacyPair(int position, int end, InstructionKind kind)
    {
        int keyEnd = position;
        while (keyEnd < end && !DockerfileFacts.IsBlank(Text[keyEnd]))
        {
            keyEnd++;
        }

        int valueStart = DockerfileFacts.SkipBlanks(Text.Slice(0, end), keyEnd);
        WordSyntax key = CreateMarkedWord(position, keyEnd);
        WordSyntax? value = ParseRest(valueStart, end);
        if (value is null)
        {
            parser.Report(
                RuleDescriptors.SyntaxError,
                key.Span,
                SyntaxErrorMessages.MissingValue(
                    DockerfileFacts.GetName(kind),
                    Text.Slice(position, keyEnd - position).ToString()
                )
            );
        }

        return new KeyValueSyntax(_line.Map(position, end), key, value);
    }

    private KeyValueSyntax CreatePair(int start, int end)
    {
        TextSpan span = _line.Map(start, end);
        parser.Mark(span, SyntaxKind.Argument);
        int equals = Text.Slice(start, end - start).IndexOf('=');
        if (equals < 0)
        {
            return new KeyValueSyntax(span, CreateWord(start, end), value: null);
        }

        WordSyntax key =
            equals == 0 ? new WordSyntax(new TextSpan(span.Start, 0), text: null) : CreateWord(start, start + equals);
        int valueStart = start + equals + 1;
        WordSyntax value =
            valueStart == end ? new WordSyntax(new TextSpan(span.End, 0), text: null) : CreateWord(valueStart, end);
        return new KeyValueSyntax(span, key, value);
    }

    private ImmutableArray<KeyValueSyntax> ParseDeclarations(int position, int end)
    {
        SplitWords(position, end);
        ImmutableArray<KeyValueSyntax>.Builder declarations = ImmutableArray.CreateBuilder<KeyValueSyntax>(
            _ranges.Count
        );
        foreach ((int start, int wordEnd) in _ranges)
        {
            declarations.Add(CreatePair(start, wordEnd));
        }

        return declarations.MoveToImmutable();
    }

    private HealthcheckInstructionSyntax ParseHealthcheck(in InstructionParts parts, int position, int end)
    {
        int typeEnd = position;
        while (typeEnd < end && !char.IsWhiteSpace(Text[typeEnd]))
        {
            typeEnd++;
        }

        if (typeEnd == position)
        {
            return new HealthcheckInstructionSyntax(parts, type: null, command: null);
        }

        WordSyntax type = CreateMarkedWord(position, typeEnd);
        int commandStart = DockerfileFacts.SkipWhiteSpace(Text.Slice(0, end), typeEnd);
        return new HealthcheckInstructionSyntax(
            parts,
            type,
            commandStart < end ? ParseCommand(commandStart, end, InstructionKind.Healthcheck) : null
        );
    }

    private OnbuildInstructionSyntax ParseOnbuild(in InstructionParts parts, int position, int end)
    {
        if (position >= end)
        {
            return new OnbuildInstructionSyntax(parts, trigger: null);
        }

        InstructionSyntax trigger = Parse(position, isTrigger: true);
        int last = Math.Max(parts.Span.End, trigger.Span.End);
        return new OnbuildInstructionSyntax(parts with { Span = TextSpan.FromBounds(parts.Span.Start, last) }, trigger);
    }
}
