using System.Collections.Immutable;

namespace DockerfileLint.Syntax.Shell;

/// <summary>Compound commands and functions.</summary>
internal sealed partial class ShellParser
{
    private ShellSubshellSyntax ParseSubshell()
    {
        int start = _position++;
        ImmutableArray<ShellListSyntax> statements = ParseBody(Closers.Parenthesis);
        Close(Closers.Parenthesis, start, start + 1);
        int end = _position;
        ImmutableArray<ShellRedirectionSyntax> redirections = ParseRedirections(ref end);
        return new ShellSubshellSyntax(_text, start, end, statements, redirections);
    }

    private ShellGroupSyntax ParseGroup()
    {
        int start = _position++;
        ImmutableArray<ShellListSyntax> statements = ParseBody(Closers.Brace);
        Close(Closers.Brace, start, start + 1);
        int end = _position;
        ImmutableArray<ShellRedirectionSyntax> redirections = ParseRedirections(ref end);
        return new ShellGroupSyntax(_text, start, end, statements, redirections);
    }

    private ShellIfSyntax ParseIf()
    {
        int start = _position;
        int mark = _clauses.Count;
        Closers outer = _awaited;
        _awaited |= Closers.Fi;
        ImmutableArray<ShellListSyntax> elseStatements = [];
        int clauseStart = start;
        int length = 2;
        while (true)
        {
            _position = clauseStart + length;
            ImmutableArray<ShellListSyntax> condition = ParseBody(Closers.Then);
            if (condition.IsEmpty)
            {
                AddError(clauseStart, clauseStart + length, ShellSyntaxErrorKind.MissingCondition);
            }

            ImmutableArray<ShellListSyntax> statements = [];
            if (Close(Closers.Then, clauseStart, clauseStart + length))
            {
                statements = ParseBody(Closers.Else);
            }

            _clauses.Add(new ShellIfClauseSyntax(_text, clauseStart, _position, condition, statements));
            if (PeekCloser(out _) != Closers.Else)
            {
                break;
            }

            clauseStart = _position;
            length = 4;
            if (_source[_position + 2] == 's')
            {
                _position += length;
                elseStatements = ParseBody(Closers.Fi);
                break;
            }
        }

        Close(Closers.Fi, start, start + 2);
        _awaited = outer;
        int end = _position;
        ImmutableArray<ShellRedirectionSyntax> redirections = ParseRedirections(ref end);
        return new ShellIfSyntax(_text, start, end, _clauses.Take(mark), elseStatements, redirections);
    }

    private ShellWhileSyntax ParseWhile(bool isUntil)
    {
        int start = _position;
        _position += 5;
        Closers outer = _awaited;
        _awaited |= Closers.Done;
        ImmutableArray<ShellListSyntax> condition = ParseBody(Closers.Do);
        _awaited = outer;
        if (condition.IsEmpty)
        {
            AddError(start, start + 5, ShellSyntaxErrorKind.MissingCondition);
        }

        ImmutableArray<ShellListSyntax> statements = ParseDo(start, start + 5);
        int end = _position;
        ImmutableArray<ShellRedirectionSyntax> redirections = ParseRedirections(ref end);
        return new ShellWhileSyntax(_text, start, end, isUntil, condition, statements, redirections);
    }

    private ShellForSyntax ParseFor(bool isSelect)
    {
        int start = _position;
        int keywordEnd = start + (isSelect ? 6 : 3);
        _position = keywordEnd;
        SkipBlanks();
        ShellWordSyntax? variable = null;
        ShellArithmeticExpansionSyntax? header = null;
        bool hasItems = false;
        int mark = _words.Count;
        if (IsAt('(', '('))
        {
            int close = FindArithmeticEnd(_position + 2);
            header = ParseExpression(_position, _position + 2, close < 0 ? _end : close, close < 0 ? _end : close + 2);
            if (close < 0)
            {
                AddError(keywordEnd, keywordEnd, ShellSyntaxErrorKind.UnclosedArithmetic);
            }
        }
        else if (_position < _end && ShellCharacters.IsNameStart(_source[_position]))
        {
            variable = ParseWord(WordMode.Plain);
            SkipLines();
            if (IsAtWord("in"))
            {
                hasItems = true;
                _position += 2;
                SkipBlanks();
                while (
                    _position < _end
                    && (!ShellCharacters.IsBoundary(_source[_position]) || IsProcessSubstitution(_position))
                    && _source[_position] != '#'
                )
                {
                    _words.Add(ParseWord(WordMode.Plain));
                    SkipBlanks();
                }
            }
        }
        else
        {
            AddError(start, keywordEnd, ShellSyntaxErrorKind.MissingVariableName);
        }

        SkipBlanks();
        if (_position < _end && _source[_position] == ';' && !IsAt(';', ';'))
        {
            _position++;
        }

        ImmutableArray<ShellWordSyntax> items = _words.Take(mark);
        SkipLines();
        ImmutableArray<ShellListSyntax> statements;
        if (_position < _end && _source[_position] == '{' && IsWordEnd(_position + 1))
        {
            // A form that is not documented, and known to all.
            int open = _position++;
            statements = ParseBody(Closers.Brace);
            Close(Closers.Brace, open, open + 1);
        }
        else
        {
            statements = ParseDo(start, keywordEnd);
        }

        int end = _position;
        ImmutableArray<ShellRedirectionSyntax> redirections = ParseRedirections(ref end);
        return new ShellForSyntax(
            _text,
            start,
            end,
            isSelect,
            variable,
            header,
            hasItems,
            items,
            statements,
            redirections
        );
    }

    private ShellCaseSyntax ParseCase()
    {
        int start = _position;
        _position += 4;
        Closers outer = _awaited;
        _awaited |= Closers.Esac;
        SkipBlanks();
        ShellWordSyntax? subject = null;
        if (!IsWordEnd(_position) || IsProcessSubstitution(_position))
        {
            subject = ParseWord(WordMode.Plain);
        }

        SkipLines();
        int mark = _items.Count;
        if (subject is null || !IsAtWord("in"))
        {
            AddError(start, start + 4, ShellSyntaxErrorKind.MissingIn);
        }
        else if (Enter())
        {
            _position += 2;
            while (SkipLines() && !IsAtWord("esac") && TryParseCaseItem()) { }

            Leave();
        }

        Close(Closers.Esac, start, start + 4);
        _awaited = outer;
        int end = _position;
        ImmutableArray<ShellRedirectionSyntax> redirections = ParseRedirections(ref end);
        return new ShellCaseSyntax(_text, start, end, subject, _items.Take(mark), redirections);
    }

    private bool TryParseCaseItem()
    {
        int start = _position;
        int mark = _words.Count;
        if (_source[_position] == '(')
        {
            _position++;
        }

        while (SkipLines() && (!ShellCharacters.IsBoundary(_source[_position]) || IsProcessSubstitution(_position)))
        {
            _words.Add(ParseWord(WordMode.Plain));
            SkipLines();
            if (_position >= _end || _source[_position] != '|')
            {
                break;
            }

            _position++;
        }

        ImmutableArray<ShellWordSyntax> patterns = _words.Take(mark);
        if (patterns.IsEmpty || _position >= _end || _source[_position] != ')')
        {
            AddError(start, _position, ShellSyntaxErrorKind.MissingPattern);
            return false;
        }

        _position++;
        ImmutableArray<ShellListSyntax> statements = ParseStatements(Closers.CaseItem | Closers.Esac);
        int end = _position;
        if (PeekCloser(out int length) == Closers.CaseItem)
        {
            _position += length;
            end = _position;
        }

        _items.Add(new ShellCaseItemSyntax(_text, start, end, patterns, statements));
        return !_gaveUp;
    }

    private ShellFunctionSyntax ParseFunction()
    {
        int start = _position;
        _position += 8;
        SkipBlanks();
        if (IsWordEnd(_position))
        {
            AddError(start, start + 8, ShellSyntaxErrorKind.MissingFunctionName);
            return new ShellFunctionSyntax(
                _text,
                start,
                _position,
                new ShellWordSyntax(_text, _position, _position, [], ShellWordTraits.None),
                body: null
            );
        }

        ShellWordSyntax name = ParseWord(WordMode.Plain);
        SkipBlanks();
        if (_position < _end && _source[_position] == '(' && IsEmptyParentheses(out int close))
        {
            _position = close;
        }

        return ParseFunctionBody(start, name);
    }

    private ShellFunctionSyntax ParseFunctionBody(int start, ShellWordSyntax name)
    {
        SkipLines();
        ShellCommandSyntax? body = null;
        if (IsMissingCommand())
        {
            AddError(name.Start, name.End, ShellSyntaxErrorKind.MissingFunctionBody);
        }
        else if (Enter())
        {
            body = ParseCommand();
            Leave();
        }

        return new ShellFunctionSyntax(_text, start, body?.End ?? _position, name, body);
    }

    private ShellTestSyntax ParseTest()
    {
        int start = _position;
        _position += 2;
        int mark = _words.Count;
        bool isPattern = false;
        bool isClosed = false;
        while (SkipLines())
        {
            char c = _source[_position];
            if (c == ']' && IsAt(']', ']') && IsWordEnd(_position + 2))
            {
                _position += 2;
                isClosed = true;
                break;
            }

            if (!isPattern && ShellCharacters.IsBoundary(c) && !IsProcessSubstitution(_position))
            {
                if (c is ';' || (c is '&' or '|' && !IsAt(c, c)))
                {
                    break;
                }

                _position += c is '&' or '|' ? 2 : 1;
                continue;
            }

            if (isPattern && ShellCharacters.IsBoundary(c) && c != '(' && !IsProcessSubstitution(_position))
            {
                isPattern = false;
                continue;
            }

            ShellWordSyntax word = ParseWord(isPattern ? WordMode.Pattern : WordMode.Plain);
            _words.Add(word);
            isPattern = !isPattern && (word.Is("=~") || word.Is("==") || word.Is("=") || word.Is("!="));
        }

        if (!isClosed)
        {
            AddError(start, start + 2, ShellSyntaxErrorKind.UnclosedTest);
        }

        ImmutableArray<ShellWordSyntax> words = _words.Take(mark);
        int end = _position;
        ImmutableArray<ShellRedirectionSyntax> redirections = ParseRedirections(ref end);
        return new ShellTestSyntax(_text, start, end, words, redirections);
    }

    private ShellArithmeticSyntax ParseArithmetic(int close)
    {
        int start = _position;
        ShellArithmeticExpansionSyntax expression = ParseExpression(start, start + 2, close, close + 2);
        int end = _position;
        ImmutableArray<ShellRedirectionSyntax> redirections = ParseRedirections(ref end);
        return new ShellArithmeticSyntax(_text, start, end, expression, redirections);
    }

    private ImmutableArray<ShellListSyntax> ParseDo(int start, int end)
    {
        ImmutableArray<ShellListSyntax> statements = Close(Closers.Do, start, end) ? ParseBody(Closers.Done) : [];
        Close(Closers.Done, start, end);
        return statements;
    }

    private ImmutableArray<ShellListSyntax> ParseBody(Closers closers)
    {
        if (!Enter())
        {
            return [];
        }

        ImmutableArray<ShellListSyntax> statements = ParseStatements(closers);
        Leave();
        return statements;
    }

    /// <summary>
    /// Takes what closes a construct or a part of it; where it is missing, the error lies on what opens it.
    /// </summary>
    private bool Close(Closers closer, int start, int end)
    {
        if (PeekCloser(out int length) == closer)
        {
            _position += length;
            return true;
        }

        AddError(
            start,
            end,
            closer switch
            {
                Closers.Parenthesis => ShellSyntaxErrorKind.MissingParenthesis,
                Closers.Brace => ShellSyntaxErrorKind.MissingBrace,
                Closers.Then => ShellSyntaxErrorKind.MissingThen,
                Closers.Fi => ShellSyntaxErrorKind.MissingFi,
                Closers.Do => ShellSyntaxErrorKind.MissingDo,
                Closers.Done => ShellSyntaxErrorKind.MissingDone,
                _ => ShellSyntaxErrorKind.MissingEsac,
            }
        );
        return false;
    }

    /// <summary>The redirections behind a compound command.</summary>
    private ImmutableArray<ShellRedirectionSyntax> ParseRedirections(ref int end)
    {
        int mark = _redirections.Count;
        while (true)
        {
            SkipBlanks();
            if (_position >= _end || !TryParseRedirection())
            {
                return _redirections.Take(mark);
            }

            end = _position;
        }
    }
}
