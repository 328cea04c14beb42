using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>Words, assignments, redirections and here-documents.</summary>
internal sealed partial class ShellParser
{
    /// <summary>A word; the caller knows that one starts here.</summary>
    private ShellWordSyntax ParseWord(WordMode mode)
    {
        _cancellation.ThrowIfCancellationRequested();
        int start = _position;
        SkipPlain();
        if (
            _position >= _end
            || (
                mode == WordMode.Plain
                && ShellCharacters.IsBoundary(_source[_position])
                && _source[_position] is not ('(' or '<' or '>')
            )
        )
        {
            return new ShellWordSyntax(_text, start, _position, [], ShellWordTraits.None);
        }

        int mark = _parts.Count;
        int literalStart = start;
        int parentheses = 0;
        bool hasEscapes = false;
        var traits = ShellWordTraits.None;
        while (_position < _end)
        {
            char c = _source[_position];
            if (ShellCharacters.IsPlain(c))
            {
                SkipPlain();
            }
            else if (c == '\\')
            {
                hasEscapes = true;
                if (IsContinuation(_position, out int length))
                {
                    _position += length;
                }
                else
                {
                    traits |= ShellWordTraits.Quoted;
                    _position = Math.Min(_end, _position + 2);
                }
            }
            else if (ShellCharacters.IsBoundary(c) && !IsProcessSubstitution(_position))
            {
                if (c == '(' && (parentheses > 0 || mode == WordMode.Pattern || IsPatternOrArray(start)))
                {
                    parentheses++;
                }
                else if (
                    parentheses == 0
                    && (
                        mode == WordMode.Plain
                        || c is ')' or '\n' or '('
                        || ShellCharacters.IsBlank(c)
                        || IsAt('&', '&')
                        || IsAt('|', '|')
                    )
                )
                {
                    break;
                }
                else if (c == ')')
                {
                    parentheses--;
                }

                _position++;
            }
            else
            {
                int partStart = _position;
                int partMark = _parts.Count;
                AddLiteral(literalStart, partStart, ShellEscapes.All);
                if (TryParsePart(isQuoted: false, ref traits))
                {
                    literalStart = _position;
                }
                else
                {
                    // A dollar sign that means nothing.
                    _parts.Take(partMark);
                    _position++;
                }
            }
        }

        if (parentheses > 0)
        {
            AddError(start, _position, ShellSyntaxErrorKind.UnclosedPattern);
        }

        if (_parts.Count > mark || hasEscapes)
        {
            AddLiteral(literalStart, _position, ShellEscapes.All);
        }

        return new ShellWordSyntax(_text, start, _position, _parts.Take(mark), traits);
    }

    private void SkipPlain()
    {
        string source = _source;
        int position = _position;
        int end = _end;
        while (position < end && ShellCharacters.IsPlain(source[position]))
        {
            position++;
        }

        _position = position;
    }

    /// <summary>
    /// Whether a parenthesis belongs to the word before it: of an extended pattern such as <c>@(a|b)</c>, or of an
    /// array in the arguments of <c>declare</c>.
    /// </summary>
    private bool IsPatternOrArray(int start)
    {
        if (_position == start)
        {
            return false;
        }

        char before = _source[_position - 1];
        if (before is '?' or '*' or '+' or '@' or '!')
        {
            return true;
        }

        if (before != '=' || !ShellCharacters.IsNameStart(_source[start]))
        {
            return false;
        }

        int nameEnd = start;
        while (ShellCharacters.IsName(_source[nameEnd]))
        {
            nameEnd++;
        }

        return nameEnd == _position - 1 || (nameEnd == _position - 2 && _source[nameEnd] == '+');
    }

    private bool IsProcessSubstitution(int position) =>
        position + 1 < _end && _source[position + 1] == '(' && _source[position] is '<' or '>';

    private void AddLiteral(int start, int end, ShellEscapes escapes)
    {
        if (end > start)
        {
            _parts.Add(new ShellLiteralSyntax(_text, start, end, escapes));
        }
    }

    /// <summary>
    /// Adds the quote, expansion or substitution that starts here; <c>false</c> where a dollar sign is text.
    /// </summary>
    /// <param name="isQuoted">Whether it stands in double quotes or in the lines of a here-document.</param>
    /// <param name="traits">What it makes of the word.</param>
    private bool TryParsePart(bool isQuoted, ref ShellWordTraits traits)
    {
        switch (_source[_position])
        {
            case '\'':
                traits |= ShellWordTraits.Quoted;
                _parts.Add(ParseSingleQuoted());
                return true;
            case '"':
                traits |= ShellWordTraits.Quoted;
                _parts.Add(ParseDoubleQuoted(_position, ref traits));
                return true;
            case '`':
                traits |= ShellWordTraits.Expands;
                _parts.Add(ParseBackticks(isQuoted));
                return true;
            case '<' or '>':
                traits |= ShellWordTraits.Expands;
                _parts.Add(ParseProcessSubstitution());
                return true;
            default:
                return TryParseDollar(isQuoted, ref traits);
        }
    }

    private bool TryParseDollar(bool isQuoted, ref ShellWordTraits traits)
    {
        int start = _position;
        if (start + 1 >= _end)
        {
            return false;
        }

        char next = _source[start + 1];
        switch (next)
        {
            case '('
                when start + 2 < _end
                    && _source[start + 2] == '('
                    && FindArithmeticEnd(start + 3) is >= 0 and int close:
                _parts.Add(ParseExpression(start, start + 3, close, close + 2));
                break;
            case '(':
                _parts.Add(ParseCommandSubstitution());
                break;
            case '{':
                _parts.Add(ParseBraces(isQuoted));
                break;
            case '\'' when !isQuoted:
                traits |= ShellWordTraits.Quoted;
                _parts.Add(ParseAnsiCQuoted());
                return true;
            case '"' when !isQuoted:
                traits |= ShellWordTraits.Quoted;
                _parts.Add(ParseDoubleQuoted(start + 1, ref traits));
                return true;
            default:
                if (ShellCharacters.IsNameStart(next))
                {
                    _position += 2;
                    while (_position < _end && ShellCharacters.IsName(_source[_position]))
                    {
                        _position++;
                    }
                }
                else if (ShellCharacters.IsDigit(next) || ShellCharacters.IsSpecialParameter(next))
                {
                    _position += 2;
                }
                else
                {
                    return false;
                }

                _parts.Add(
                    new ShellParameterSyntax(
                        _text,
                        start,
                        _position,
                        TextSpan.FromBounds(start + 1, _position),
                        new TextSpan(_position, 0),
                        '\0',
                        []
                    )
                );
                break;
        }

        traits |= ShellWordTraits.Expands;
        return true;
    }

    private ShellSingleQuotedSyntax ParseSingleQuoted()
    {
        int start = _position;
        int close = _source.IndexOf('\'', start + 1, _end - start - 1);
        if (close < 0)
        {
            AddError(start, start + 1, ShellSyntaxErrorKind.UnclosedQuote);
        }

        int valueEnd = close < 0 ? _end : close;
        _position = close < 0 ? _end : close + 1;
        return new ShellSingleQuotedSyntax(_text, start, _position, start + 1, valueEnd);
    }

    private ShellSingleQuotedSyntax ParseAnsiCQuoted()
    {
        int start = _position;
        int position = start + 2;
        while (position < _end && _source[position] != '\'')
        {
            position += _source[position] == '\\' ? 2 : 1;
        }

        bool isClosed = position < _end;
        if (!isClosed)
        {
            AddError(start, start + 2, ShellSyntaxErrorKind.UnclosedQuote);
            position = _end;
        }

        _position = isClosed ? position + 1 : position;
        return new ShellSingleQuotedSyntax(_text, start, _position, start + 2, position);
    }

    private ShellDoubleQuotedSyntax ParseDoubleQuoted(int quote, ref ShellWordTraits traits)
    {
        int start = _position;
        int mark = _parts.Count;
        _position = quote + 1;
        if (Enter())
        {
            ParseQuotedText('"', ShellEscapes.DoubleQuoted, ref traits);
            Leave();
            if (_position < _end)
            {
                _position++;
            }
            else
            {
                AddError(quote, quote + 1, ShellSyntaxErrorKind.UnclosedQuote);
            }
        }

        return new ShellDoubleQuotedSyntax(_text, start, _position, _parts.Take(mark));
    }

    /// <summary>Text in which only escapes and expansions are special, up to a closing character or the end.</summary>
    private void ParseQuotedText(char close, ShellEscapes escapes, ref ShellWordTraits traits)
    {
        int literalStart = _position;
        while (_position < _end)
        {
            int offset = _source.AsSpan(_position, _end - _position).IndexOfAny([close, '\\', '$', '`']);
            if (offset < 0)
            {
                _position = _end;
                break;
            }

            _position += offset;
            char c = _source[_position];
            if (c == close)
            {
                break;
            }

            if (c == '\\')
            {
                _position = Math.Min(_end, _position + 2);
                continue;
            }

            int partMark = _parts.Count;
            AddLiteral(literalStart, _position, escapes);
            if (TryParsePart(isQuoted: true, ref traits))
            {
                literalStart = _position;
            }
            else
            {
                _parts.Take(partMark);
                _position++;
            }
        }

        AddLiteral(literalStart, _position, escapes);
    }

    private ShellCommandSubstitutionSyntax ParseCommandSubstitution()
    {
        int start = _position;
        ImmutableArray<ShellListSyntax> statements = ParseParenthesized(start, start + 2);
        return new ShellCommandSubstitutionSyntax(_text, start, _position, statements);
    }

    private ShellProcessSubstitutionSyntax ParseProcessSubstitution()
    {
        int start = _position;
        ImmutableArray<ShellListSyntax> statements = ParseParenthesized(start, start + 2);
        return new ShellProcessSubstitutionSyntax(_text, start, _position, statements);
    }

    private ImmutableArray<ShellListSyntax> ParseParenthesized(int start, int innerStart)
    {
        Closers outer = _awaited;
        int outerHereDocuments = _outerHereDocuments;
        _awaited = Closers.None;
        _outerHereDocuments = _hereDocuments.Count;
        _position = innerStart;
        ImmutableArray<ShellListSyntax> statements = ParseBody(Closers.Parenthesis);
        Close(Closers.Parenthesis, start, innerStart);
        _awaited = outer;
        _outerHereDocuments = outerHereDocuments;
        return statements;
    }

    /// <summary>
    /// A substitution in backticks. Its text is read once for the end and once for its commands, with the escapes of
    /// nested backticks removed.
    /// </summary>
    private ShellCommandSubstitutionSyntax ParseBackticks(bool isQuoted)
    {
        int start = _position;
        int close = start + 1;
        bool hasEscapes = false;
        while (close < _end && _source[close] != '`')
        {
            if (_source[close] == '\\' && close + 1 < _end)
            {
                hasEscapes |= IsBacktickEscape(_source[close + 1], isQuoted);
                close++;
            }

            close++;
        }

        int end = Math.Min(_end, close + 1);
        close = Math.Min(_end, close);
        if (end == close)
        {
            AddError(start, start + 1, ShellSyntaxErrorKind.UnclosedBacktick);
        }

        (ShellText text, int outerEnd, Closers outer, int outerHereDocuments) = (
            _text,
            _end,
            _awaited,
            _outerHereDocuments
        );
        _awaited = Closers.None;
        _outerHereDocuments = _hereDocuments.Count;
        if (hasEscapes)
        {
            _text = DecodeBackticks(start + 1, close, isQuoted);
            _source = _text.Text;
            _position = _text.Start;
            _end = _text.End;
        }
        else
        {
            _position = start + 1;
            _end = close;
        }

        ImmutableArray<ShellListSyntax> statements = ParseBody(Closers.None);
        ReportMissingBodies(_outerHereDocuments);
        (_text, _source, _end, _awaited, _outerHereDocuments) = (text, text.Text, outerEnd, outer, outerHereDocuments);
        _position = _gaveUp ? _end : end;
        return new ShellCommandSubstitutionSyntax(_text, start, end, statements);
    }

    private static bool IsBacktickEscape(char c, bool isQuoted) => c is '`' or '\\' or '$' || (isQuoted && c == '"');

    private ShellText DecodeBackticks(int start, int end, bool isQuoted)
    {
        var decoded = new ShellTextBuilder(_text.Map(start, end));
        int runStart = start;
        for (int i = start; i < end; i++)
        {
            if (_source[i] == '\\' && i + 1 < end)
            {
                if (IsBacktickEscape(_source[i + 1], isQuoted))
                {
                    decoded.Append(_text, runStart, i);
                    runStart = i + 1;
                }

                i++;
            }
        }

        decoded.Append(_text, runStart, end);
        return decoded.ToText();
    }

    private ShellParameterSyntax ParseBraces(bool isQuoted)
    {
        int start = _position;
        _position += 2;
        char prefix = '\0';
        if (_position + 1 < _end && IsPrefix(_source[_position], _source[_position + 1], _position + 2))
        {
            prefix = _source[_position++];
        }

        int nameStart = _position;
        if (_position < _end && ShellCharacters.IsNameStart(_source[_position]))
        {
            while (_position < _end && ShellCharacters.IsName(_source[_position]))
            {
                _position++;
            }
        }
        else if (_position < _end && ShellCharacters.IsDigit(_source[_position]))
        {
            while (_position < _end && ShellCharacters.IsDigit(_source[_position]))
            {
                _position++;
            }
        }
        else if (_position < _end && ShellCharacters.IsSpecialParameter(_source[_position]))
        {
            _position++;
        }
        else
        {
            AddError(start, start + 2, ShellSyntaxErrorKind.MissingParameterName);
        }

        TextSpan name = TextSpan.FromBounds(nameStart, _position);
        var operation = new TextSpan(_position, 0);
        int mark = _parts.Count;
        if (Enter())
        {
            if (_position < _end && _source[_position] == '[')
            {
                _position++;
                ParseOperand(']', isQuoted, quotesPatterns: true);
                if (_position < _end)
                {
                    _position++;
                }
            }

            operation = TextSpan.FromBounds(_position, SkipOperator());
            bool isPattern = !operation.IsEmpty && _source[operation.Start] is '#' or '%' or '/' or '^' or ',';
            _position = operation.End;
            ParseOperand('}', isQuoted, isPattern);
            Leave();
            if (_position < _end)
            {
                _position++;
            }
            else
            {
                AddError(start, start + 2, ShellSyntaxErrorKind.UnclosedParameter);
            }
        }

        return new ShellParameterSyntax(_text, start, _position, name, operation, prefix, _parts.Take(mark));
    }

    /// <summary>
    /// Whether the first character of braces is no parameter but asks for a length or for an indirection.
    /// </summary>
    private bool IsPrefix(char c, char next, int afterNext) =>
        c is '!' or '#'
        && (
            ShellCharacters.IsName(next)
            || (next is '@' or '*')
            || (c == '#' && ShellCharacters.IsSpecialParameter(next) && afterNext < _end && _source[afterNext] == '}')
        );

    /// <summary>End of the operator behind the name.</summary>
    private int SkipOperator()
    {
        if (_position >= _end)
        {
            return _position;
        }

        char c = _source[_position];
        char next = _position + 1 < _end ? _source[_position + 1] : '\0';
        return c switch
        {
            ':' when next is '-' or '=' or '+' or '?' => _position + 2,
            '/' when next is '/' or '#' or '%' => _position + 2,
            '#' or '%' or '^' or ',' when next == c => _position + 2,
            '@' => Math.Min(_end, _position + (next is '}' or '\0' ? 1 : 2)),
            ':' or '-' or '=' or '+' or '?' or '/' or '#' or '%' or '^' or ',' or '*' => _position + 1,
            _ => _position,
        };
    }

    /// <summary>What follows an operator in braces, up to the closing character.</summary>
    private void ParseOperand(char close, bool isQuoted, bool quotesPatterns)
    {
        int literalStart = _position;
        var traits = ShellWordTraits.None;
        while (_position < _end && _source[_position] != close)
        {
            char c = _source[_position];
            if (c == '\\')
            {
                _position = Math.Min(_end, _position + 2);
                continue;
            }

            if (c is not ('$' or '`' or '"') && (c != '\'' || (isQuoted && !quotesPatterns)))
            {
                _position++;
                continue;
            }

            int partMark = _parts.Count;
            AddLiteral(literalStart, _position, isQuoted ? ShellEscapes.DoubleQuoted : ShellEscapes.All);
            if (TryParsePart(isQuoted, ref traits))
            {
                literalStart = _position;
            }
            else
            {
                _parts.Take(partMark);
                _position++;
            }
        }

        AddLiteral(literalStart, _position, isQuoted ? ShellEscapes.DoubleQuoted : ShellEscapes.All);
    }

    /// <summary>
    /// The offset of the <c>))</c> that closes an expression, or -1 where the parentheses are those of subshells.
    /// </summary>
    private int FindArithmeticEnd(int position)
    {
        int open = 0;
        int end = Math.Min(_end, position + AnalysisBudget.MaxShellExpressionLength);
        for (; position < end; position++)
        {
            switch (_source[position])
            {
                case '(':
                    open++;
                    break;
                case ')' when open > 0:
                    open--;
                    break;
                case ')':
                    return position + 1 < _end && _source[position + 1] == ')' ? position : -1;
                case '\\':
                    position++;
                    break;
                case '\'' or '"':
                    position = _source.IndexOf(_source[position], position + 1, end - position - 1);
                    if (position < 0)
                    {
                        return -1;
                    }

                    break;
                default:
                    break;
            }
        }

        return -1;
    }

    private ShellArithmeticExpansionSyntax ParseExpression(int start, int innerStart, int innerEnd, int end)
    {
        int mark = _parts.Count;
        int outerEnd = _end;
        var traits = ShellWordTraits.None;
        _position = innerStart;
        _end = innerEnd;
        if (Enter())
        {
            ParseQuotedText('\0', ShellEscapes.DoubleQuoted, ref traits);
            Leave();
        }

        _end = outerEnd;
        _position = _gaveUp ? _end : end;
        return new ShellArithmeticExpansionSyntax(_text, start, end, _parts.Take(mark));
    }

    /// <summary>An assignment in front of a command.</summary>
    private bool TryParseAssignment()
    {
        int start = _position;
        int position = start;
        if (!ShellCharacters.IsNameStart(_source[position]))
        {
            return false;
        }

        while (position < _end && ShellCharacters.IsName(_source[position]))
        {
            position++;
        }

        int nameEnd = position;
        int indexEnd = -1;
        if (position < _end && _source[position] == '[')
        {
            int limit = Math.Min(_end, position + AnalysisBudget.MaxShellIndexLength);
            while (position < limit && _source[position] is not (']' or '\n' or ';'))
            {
                position++;
            }

            indexEnd = position;
            if (position >= _end || _source[position] != ']')
            {
                return false;
            }

            position++;
        }

        bool isAppend = position < _end && _source[position] == '+';
        position += isAppend ? 1 : 0;
        if (position >= _end || _source[position] != '=')
        {
            return false;
        }

        ShellWordSyntax? index =
            indexEnd < 0 ? null : ParseTextWord(nameEnd + 1, indexEnd, ShellEscapes.DoubleQuoted, isQuoted: false);
        _position = position + 1;
        ShellWordSyntax? value = null;
        ImmutableArray<ShellWordSyntax> elements = default;
        if (_position < _end && _source[_position] == '(')
        {
            elements = ParseArray();
        }
        else if (!IsWordEnd(_position) || IsProcessSubstitution(_position))
        {
            value = ParseWord(WordMode.Plain);
        }

        string name = _source.Substring(start, nameEnd - start);
        _assignments.Add(new ShellAssignmentSyntax(_text, start, _position, name, index, isAppend, value, elements));
        return true;
    }

    private ImmutableArray<ShellWordSyntax> ParseArray()
    {
        int open = _position++;
        int mark = _words.Count;
        while (SkipLines())
        {
            if (_source[_position] == ')')
            {
                _position++;
                return _words.Take(mark);
            }

            if (ShellCharacters.IsBoundary(_source[_position]) && !IsProcessSubstitution(_position))
            {
                break;
            }

            _words.Add(ParseWord(WordMode.Plain));
        }

        AddError(open, open + 1, ShellSyntaxErrorKind.UnclosedArray);
        return _words.Take(mark);
    }

    private bool TryParseRedirection()
    {
        int start = _position;
        int position = start;
        char c = _source[position];
        if (ShellCharacters.IsDigit(c))
        {
            do
            {
                position++;
            } while (position < _end && ShellCharacters.IsDigit(_source[position]));
        }
        else if (c == '{')
        {
            position++;
            while (position < _end && ShellCharacters.IsName(_source[position]))
            {
                position++;
            }

            if (position == start + 1 || position >= _end || _source[position++] != '}')
            {
                return false;
            }
        }
        else if (c is not ('<' or '>' or '&'))
        {
            return false;
        }

        if (
            position >= _end
            || !TryReadRedirectionOperator(
                position,
                isFirst: position == start,
                out ShellRedirectionKind kind,
                out int length
            )
        )
        {
            return false;
        }

        _position = position + length;
        SkipBlanks();
        ShellWordSyntax? target = null;
        if (IsWordEnd(_position) && !IsProcessSubstitution(_position))
        {
            _position = position + length;
            AddError(position, _position, ShellSyntaxErrorKind.MissingRedirectionTarget);
        }
        else
        {
            target = ParseWord(WordMode.Plain);
        }

        var redirection = new ShellRedirectionSyntax(_text, start, _position, kind, position, length, target);
        _redirections.Add(redirection);
        if (redirection.IsHereDocument && target is not null)
        {
            _hereDocuments.Add(redirection);
        }

        return true;
    }

    private bool TryReadRedirectionOperator(int position, bool isFirst, out ShellRedirectionKind kind, out int length)
    {
        char next = position + 1 < _end ? _source[position + 1] : '\0';
        char third = position + 2 < _end ? _source[position + 2] : '\0';
        (kind, length) = _source[position] switch
        {
            '<' when next == '<' && third == '<' => (ShellRedirectionKind.HereString, 3),
            '<' when next == '<' && third == '-' => (ShellRedirectionKind.HereDocumentWithoutTabs, 3),
            '<' when next == '<' => (ShellRedirectionKind.HereDocument, 2),
            '<' when next == '&' => (ShellRedirectionKind.DuplicateInput, 2),
            '<' when next == '>' => (ShellRedirectionKind.InputOutput, 2),
            '<' when next != '(' => (ShellRedirectionKind.Input, 1),
            '>' when next == '>' => (ShellRedirectionKind.Append, 2),
            '>' when next == '&' => (ShellRedirectionKind.DuplicateOutput, 2),
            '>' when next == '|' => (ShellRedirectionKind.Clobber, 2),
            '>' when next != '(' => (ShellRedirectionKind.Output, 1),
            '&' when isFirst && next == '>' && third == '>' => (ShellRedirectionKind.AppendOutputAndError, 3),
            '&' when isFirst && next == '>' => (ShellRedirectionKind.OutputAndError, 2),
            _ => (ShellRedirectionKind.Input, 0),
        };
        return length > 0;
    }

    /// <summary>Reads the lines of the here-documents that the line before named.</summary>
    private void ReadHereDocuments()
    {
        for (int i = _outerHereDocuments; i < _hereDocuments.Count; i++)
        {
            ShellRedirectionSyntax redirection = _hereDocuments[i];
            ShellWordSyntax target = redirection.Target!;
            string delimiter = target.LiteralText ?? target.ToString();
            int bodyStart = _position;
            int bodyEnd = -1;
            while (_position < _end && bodyEnd < 0)
            {
                int lineStart = _position;
                int lineEnd = _source.IndexOf('\n', lineStart, _end - lineStart);
                lineEnd = lineEnd < 0 ? _end : lineEnd;
                _position = Math.Min(_end, lineEnd + 1);
                int textStart = lineStart;
                while (
                    redirection.Kind == ShellRedirectionKind.HereDocumentWithoutTabs
                    && textStart < lineEnd
                    && _source[textStart] == '\t'
                )
                {
                    textStart++;
                }

                int textEnd = lineEnd > textStart && _source[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
                if (
                    textEnd - textStart == delimiter.Length
                    && string.CompareOrdinal(_source, textStart, delimiter, 0, delimiter.Length) == 0
                )
                {
                    bodyEnd = lineStart;
                }
            }

            if (bodyEnd < 0)
            {
                AddError(redirection.Start, redirection.End, ShellSyntaxErrorKind.UnclosedHereDocument);
                bodyEnd = _end;
            }

            int next = _position;
            ShellWordSyntax body = target.IsQuoted
                ? new ShellWordSyntax(_text, bodyStart, bodyEnd, [], ShellWordTraits.Quoted)
                : ParseTextWord(bodyStart, bodyEnd, ShellEscapes.HereDocument, isQuoted: true);
            _position = _gaveUp ? _end : next;
            redirection.SetBody(body);
        }

        _hereDocuments.RemoveRange(_outerHereDocuments, _hereDocuments.Count - _outerHereDocuments);
    }

    /// <summary>A word in which blanks and quotes are text.</summary>
    private ShellWordSyntax ParseTextWord(int start, int end, ShellEscapes escapes, bool isQuoted)
    {
        int mark = _parts.Count;
        int outerEnd = _end;
        var traits = ShellWordTraits.None;
        _position = start;
        _end = end;
        if (_source.AsSpan(start, end - start).IndexOfAny('$', '`', '\\') >= 0 && Enter())
        {
            int outerHereDocuments = _outerHereDocuments;
            _outerHereDocuments = _hereDocuments.Count;
            ParseQuotedText('\0', escapes, ref traits);
            ReportMissingBodies(_outerHereDocuments);
            _outerHereDocuments = outerHereDocuments;
            Leave();
        }

        _end = outerEnd;
        if (_gaveUp)
        {
            _position = _end;
        }

        return new ShellWordSyntax(_text, start, end, _parts.Take(mark), traits);
    }

    /// <summary>Forgets the here-documents whose lines cannot come any more.</summary>
    private void ReportMissingBodies(int start)
    {
        for (int i = start; i < _hereDocuments.Count; i++)
        {
            AddError(_hereDocuments[i].Start, _hereDocuments[i].End, ShellSyntaxErrorKind.MissingHereDocument);
        }

        _hereDocuments.RemoveRange(start, _hereDocuments.Count - start);
    }
}
