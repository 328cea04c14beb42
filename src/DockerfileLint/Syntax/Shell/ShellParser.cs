using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// Parses scripts of the POSIX shell and of Bash. It reads characters, since what a character means depends on the
/// construct it stands in. After an error it goes on at the next separator;
/// a construct whose end is missing ends where an enclosing one does.
/// </summary>
internal sealed partial class ShellParser
{
    /// <summary>Buffers that one huge script has blown up beyond this are not kept.</summary>
    private const int KeptCapacity = 1 << 12;

    [ThreadStatic]
    private static ShellParser? s_kept;

    private readonly NodeBuffer<ShellListSyntax> _lists = new();
    private readonly NodeBuffer<ShellPipelineSyntax> _pipelines = new();
    private readonly NodeBuffer<ShellCommandSyntax> _commands = new();
    private readonly NodeBuffer<ShellOperator> _operators = new();
    private readonly NodeBuffer<ShellAssignmentSyntax> _assignments = new();
    private readonly NodeBuffer<ShellWordSyntax> _words = new();
    private readonly NodeBuffer<ShellWordPartSyntax> _parts = new();
    private readonly NodeBuffer<ShellRedirectionSyntax> _redirections = new();
    private readonly NodeBuffer<ShellIfClauseSyntax> _clauses = new();
    private readonly NodeBuffer<ShellCaseItemSyntax> _items = new();
    private readonly NodeBuffer<SyntaxToken> _comments = new();
    private readonly List<ShellRedirectionSyntax> _hereDocuments = [];
    private readonly List<ShellSyntaxError> _errors = [];

    private ShellText _text = null!;
    private string _source = "";
    private CancellationToken _cancellation;
    private int _position;
    private int _end;
    private int _depth;
    private bool _gaveUp;

    /// <summary>What the open constructs wait for.</summary>
    private Closers _awaited;

    /// <summary>The here-documents of enclosing constructs, whose lines do not come yet.</summary>
    private int _outerHereDocuments;

    internal static ShellScriptSyntax Parse(
        ShellText text,
        ShellKind kind,
        SyntaxNode? parent,
        CancellationToken cancellation = default
    )
    {
        ShellParser parser = s_kept ?? new ShellParser();
        s_kept = null;
        parser._cancellation = cancellation;
        ShellScriptSyntax script = parser.ParseScript(text, kind, parent);
        parser._cancellation = default;
        if (
            parser._words.Capacity <= KeptCapacity
            && parser._parts.Capacity <= KeptCapacity
            && parser._lists.Capacity <= KeptCapacity
        )
        {
            s_kept = parser;
        }

        return script;
    }

    private ShellScriptSyntax ParseScript(ShellText text, ShellKind kind, SyntaxNode? parent)
    {
        _text = text;
        _source = text.Text;
        _position = text.Start;
        _end = text.End;
        _depth = 0;
        _gaveUp = false;
        _awaited = Closers.None;
        _outerHereDocuments = 0;
        _errors.Clear();
        ImmutableArray<ShellListSyntax> statements = ParseStatements(Closers.None);
        ReportMissingBodies(0);
        var script = new ShellScriptSyntax(
            text,
            kind,
            statements,
            _comments.Take(0),
            _errors.Count == 0 ? [] : [.. _errors.OrderBy(error => error.Span)],
            parent
        );
        _text = null!;
        _source = "";
        return script;
    }

    /// <summary>Statements up to something that an open construct waits for.</summary>
    private ImmutableArray<ShellListSyntax> ParseStatements(Closers closers)
    {
        int mark = _lists.Count;
        Closers outer = _awaited;
        _awaited |= closers;
        while (SkipLines())
        {
            Closers closer = PeekCloser(out int length);
            if (closer != Closers.None)
            {
                if ((_awaited & closer) != 0)
                {
                    break;
                }

                AddError(_position, _position + length, ShellSyntaxErrorKind.UnexpectedCloser);
                _position += length;
            }
            else if (IsMissingCommand())
            {
                AddError(_position, _position + 1, ShellSyntaxErrorKind.MissingCommandBeforeOperator);
                _position++;
            }
            else
            {
                _lists.Add(ParseList());
            }
        }

        _awaited = outer;
        return _lists.Take(mark);
    }

    private ShellListSyntax ParseList()
    {
        int start = _position;
        int pipelineMark = _pipelines.Count;
        int operatorMark = _operators.Count;
        int end;
        while (true)
        {
            ShellPipelineSyntax pipeline = ParsePipeline();
            _pipelines.Add(pipeline);
            end = pipeline.End;
            SkipBlanks();
            if (!IsAt('&', '&') && !IsAt('|', '|'))
            {
                break;
            }

            end = _position + 2;
            _operators.Add(
                new ShellOperator(
                    _source[_position] == '&' ? ShellOperatorKind.And : ShellOperatorKind.Or,
                    _text.Map(_position, end)
                )
            );
            _position = end;
            if (!SkipLines() || IsMissingCommand())
            {
                AddError(end - 2, end, ShellSyntaxErrorKind.MissingCommandAfterOperator);
                break;
            }
        }

        ShellOperator terminator = ParseTerminator();
        return new ShellListSyntax(
            _text,
            start,
            end,
            _pipelines.Take(pipelineMark),
            _operators.Take(operatorMark),
            terminator
        );
    }

    /// <summary>What ends a statement. Text that belongs to nothing before it is an error.</summary>
    private ShellOperator ParseTerminator()
    {
        while (true)
        {
            SkipBlanks();
            if (_position >= _end)
            {
                return default;
            }

            int start = _position;
            switch (_source[start])
            {
                case '\n':
                    ReadNewLine();
                    return new ShellOperator(ShellOperatorKind.NewLine, _text.Map(start, start + 1));
                case ')' or '|':
                    return default;
                case ';' when start + 1 < _end && _source[start + 1] is ';' or '&':
                    return default;
                case ';':
                    _position++;
                    return new ShellOperator(ShellOperatorKind.Semicolon, _text.Map(start, start + 1));
                case '&' when start + 1 < _end && _source[start + 1] == '&':
                    return default;
                case '&':
                    _position++;
                    return new ShellOperator(ShellOperatorKind.Background, _text.Map(start, start + 1));
                case '#':
                    SkipComment();
                    break;
                default:
                    if (PeekCloser(out _) is var closer && (_awaited & closer) != 0)
                    {
                        return default;
                    }

                    AddError(start, start + 1, ShellSyntaxErrorKind.MissingSeparator);
                    SkipToSeparator();
                    break;
            }
        }
    }

    private ShellPipelineSyntax ParsePipeline()
    {
        int start = _position;
        int end = start;
        int commandMark = _commands.Count;
        int operatorMark = _operators.Count;
        bool isNegated = false;
        bool isTimed = false;
        while (_position < _end)
        {
            if (IsAtWord("!"))
            {
                isNegated = !isNegated;
                _position++;
            }
            else if (!isTimed && IsAtTime(out int length))
            {
                isTimed = true;
                _position += length;
            }
            else
            {
                break;
            }

            end = _position;
            SkipBlanks();
        }

        bool mayBeEmpty = isTimed;
        while (true)
        {
            if (IsMissingCommand())
            {
                if (!mayBeEmpty)
                {
                    AddError(_position, _position, ShellSyntaxErrorKind.MissingCommand);
                }

                break;
            }

            mayBeEmpty = false;
            ShellCommandSyntax command = ParseCommand();
            _commands.Add(command);
            end = command.End;
            SkipBlanks();
            if (_position >= _end || _source[_position] != '|' || IsAt('|', '|'))
            {
                break;
            }

            bool both = IsAt('|', '&');
            int length = both ? 2 : 1;
            _operators.Add(
                new ShellOperator(
                    both ? ShellOperatorKind.PipeBoth : ShellOperatorKind.Pipe,
                    _text.Map(_position, _position + length)
                )
            );
            _position += length;
            end = _position;
            SkipLines();
        }

        return new ShellPipelineSyntax(
            _text,
            start,
            end,
            _commands.Take(commandMark),
            _operators.Take(operatorMark),
            isNegated,
            isTimed
        );
    }

    private ShellCommandSyntax ParseCommand()
    {
        switch (_source[_position])
        {
            case '(':
                return IsAt('(', '(') && FindArithmeticEnd(_position + 2) is >= 0 and int end
                    ? ParseArithmetic(end)
                    : ParseSubshell();
            case '{' when IsWordEnd(_position + 1):
                return ParseGroup();
            case '[' when IsAt('[', '[') && IsWordEnd(_position + 2):
                return ParseTest();
            case 'i' when IsAtWord("if"):
                return ParseIf();
            case 'f' when IsAtWord("for"):
                return ParseFor(isSelect: false);
            case 'f' when IsAtWord("function"):
                return ParseFunction();
            case 's' when IsAtWord("select"):
                return ParseFor(isSelect: true);
            case 'w' when IsAtWord("while"):
                return ParseWhile(isUntil: false);
            case 'u' when IsAtWord("until"):
                return ParseWhile(isUntil: true);
            case 'c' when IsAtWord("case"):
                return ParseCase();
            default:
                return ParseSimpleCommand();
        }
    }

    private ShellCommandSyntax ParseSimpleCommand()
    {
        int start = _position;
        int end = start;
        int assignmentMark = _assignments.Count;
        int wordMark = _words.Count;
        int redirectionMark = _redirections.Count;
        while (_position < _end)
        {
            char c = _source[_position];
            if (ShellCharacters.IsBlank(c) || c == '\\')
            {
                // A continuation may stand in the lines of a script, and any other backslash starts a word.
                int before = _position;
                SkipBlanks();
                if (_position > before)
                {
                    continue;
                }
            }

            if (c == '#' && _position > start)
            {
                SkipComment();
                break;
            }

            if (TryParseRedirection())
            {
                end = _position;
                continue;
            }

            if (ShellCharacters.IsBoundary(c) && !IsProcessSubstitution(_position))
            {
                if (
                    c == '('
                    && _words.Count == wordMark + 1
                    && _assignments.Count == assignmentMark
                    && _redirections.Count == redirectionMark
                    && IsEmptyParentheses(out int close)
                )
                {
                    ShellWordSyntax name = _words.Take(wordMark)[0];
                    _position = close;
                    return ParseFunctionBody(start, name);
                }

                break;
            }

            if (_words.Count == wordMark && TryParseAssignment())
            {
                end = _position;
                continue;
            }

            _words.Add(ParseWord(WordMode.Plain));
            end = _position;
        }

        return new ShellSimpleCommandSyntax(
            _text,
            start,
            end,
            _assignments.Take(assignmentMark),
            _words.Take(wordMark),
            _redirections.Take(redirectionMark)
        );
    }

    /// <summary>Whether <c>()</c> follows, which makes the word before it the name of a function.</summary>
    private bool IsEmptyParentheses(out int close)
    {
        close = _position + 1;
        while (close < _end && ShellCharacters.IsBlank(_source[close]))
        {
            close++;
        }

        return close < _end && _source[close++] == ')';
    }

    /// <summary>Whether no command can start here.</summary>
    private bool IsMissingCommand()
    {
        if (_position >= _end)
        {
            return true;
        }

        char c = _source[_position];
        return c is ';' or '|' or ')' or '\n' || (c == '&' && !IsAt('&', '>')) || PeekCloser(out _) != Closers.None;
    }

    /// <summary>What closes a construct, where a command could start.</summary>
    private Closers PeekCloser(out int length)
    {
        length = 0;
        if (_position >= _end)
        {
            return Closers.None;
        }

        switch (_source[_position])
        {
            case ')':
                length = 1;
                return Closers.Parenthesis;
            case ';' when IsAt(';', ';') || IsAt(';', '&'):
                length = IsAt(';', ';') && _position + 2 < _end && _source[_position + 2] == '&' ? 3 : 2;
                return Closers.CaseItem;
            case '}' when IsWordEnd(_position + 1):
                length = 1;
                return Closers.Brace;
            case 't' when IsAtWord("then"):
                length = 4;
                return Closers.Then;
            case 'd' when IsAtWord("done"):
                length = 4;
                return Closers.Done;
            case 'd' when IsAtWord("do"):
                length = 2;
                return Closers.Do;
            case 'f' when IsAtWord("fi"):
                length = 2;
                return Closers.Fi;
            case 'e' when IsAtWord("else") || IsAtWord("elif"):
                length = 4;
                return Closers.Else;
            case 'e' when IsAtWord("esac"):
                length = 4;
                return Closers.Esac;
            default:
                return Closers.None;
        }
    }

    /// <summary>
    /// Whether the reserved word <c>time</c> stands here, with its only option; a program of that name has others.
    /// </summary>
    private bool IsAtTime(out int length)
    {
        length = 4;
        if (_source[_position] != 't' || !IsAtWord("time"))
        {
            return false;
        }

        int next = _position + 4;
        while (next < _end && ShellCharacters.IsBlank(_source[next]))
        {
            next++;
        }

        if (next >= _end || _source[next] != '-')
        {
            return true;
        }

        length = next + 2 - _position;
        return next + 1 < _end && _source[next + 1] == 'p' && IsWordEnd(next + 2);
    }

    /// <summary>Skips blanks, line ends and comments; says whether something follows.</summary>
    private bool SkipLines()
    {
        while (_position < _end)
        {
            char c = _source[_position];
            if (c == '\n')
            {
                ReadNewLine();
            }
            else if (c == '#')
            {
                SkipComment();
            }
            else
            {
                int before = _position;
                SkipBlanks();
                if (_position == before)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void SkipBlanks()
    {
        while (_position < _end)
        {
            char c = _source[_position];
            if (ShellCharacters.IsBlank(c))
            {
                _position++;
            }
            else if (c == '\\' && IsContinuation(_position, out int length))
            {
                _position += length;
            }
            else
            {
                return;
            }
        }
    }

    private bool IsContinuation(int position, out int length)
    {
        length =
            position + 1 < _end && _source[position + 1] == '\n' ? 2
            : position + 2 < _end && _source[position + 1] == '\r' && _source[position + 2] == '\n' ? 3
            : 0;
        return length > 0;
    }

    private void SkipComment()
    {
        int start = _position;
        int end = _source.IndexOf('\n', start, _end - start);
        _position = end < 0 ? _end : end;
        end = _source[_position - 1] == '\r' ? _position - 1 : _position;
        _comments.Add(new SyntaxToken(SyntaxKind.Comment, _text.Map(start, end)));
    }

    /// <summary>
    /// Skips text that belongs to no command. What is quoted or substituted in it is passed as a whole.
    /// </summary>
    private void SkipToSeparator()
    {
        int mark = _position;
        int open = 0;
        while (
            _position < _end
            && _source[_position] is var c
            && c != '\n'
            && (open > 0 || c is not (';' or '&' or '|' or ')'))
        )
        {
            if (ShellCharacters.IsBoundary(c))
            {
                open +=
                    c == '(' ? 1
                    : c == ')' ? -1
                    : 0;
                _position++;
            }
            else
            {
                ParseWord(WordMode.Plain);
            }
        }

        if (_position == mark)
        {
            _position++;
        }
    }

    private void ReadNewLine()
    {
        _position++;
        if (_hereDocuments.Count > _outerHereDocuments)
        {
            ReadHereDocuments();
        }
    }

    private bool IsAt(char first, char second) =>
        _position + 1 < _end && _source[_position] == first && _source[_position + 1] == second;

    /// <summary>Whether a reserved word stands here as a word of its own.</summary>
    private bool IsAtWord(string word) =>
        _end - _position >= word.Length
        && string.CompareOrdinal(_source, _position, word, 0, word.Length) == 0
        && IsWordEnd(_position + word.Length);

    private bool IsWordEnd(int position) => position >= _end || ShellCharacters.IsBoundary(_source[position]);

    private void AddError(int start, int end, ShellSyntaxErrorKind kind)
    {
        if (!_gaveUp && _errors.Count < AnalysisBudget.MaxShellErrors)
        {
            _errors.Add(new ShellSyntaxError(kind, _text.Map(start, Math.Min(end, _end))));
        }
    }

    /// <summary>
    /// Goes one level down. Beyond the limit the rest of the script is given up, so that all loops end.
    /// </summary>
    private bool Enter()
    {
        if (_depth == AnalysisBudget.MaxShellDepth || _gaveUp)
        {
            AddError(_position, _position, ShellSyntaxErrorKind.TooDeep);
            _gaveUp = true;
            _position = _end;
            return false;
        }

        _depth++;
        return true;
    }

    private void Leave() => _depth--;

    /// <summary>What ends a construct, or a part of one.</summary>
    [Flags]
    private enum Closers
    {
        None = 0,
        Parenthesis = 1,
        Brace = 2,
        Then = 4,
        Else = 8,
        Fi = 16,
        Do = 32,
        Done = 64,
        CaseItem = 128,
        Esac = 256,
    }

    /// <summary>Where a word stands.</summary>
    private enum WordMode
    {
        /// <summary>In a command.</summary>
        Plain,

        /// <summary>
        /// The right side of a comparison in <c>[[ ]]</c>: a pattern or an expression in which operators are text.
        /// </summary>
        Pattern,
    }
}
