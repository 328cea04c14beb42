using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Finds the commands of a line for PowerShell or for the command processor of Windows: split at separators outside
/// quotes and brackets, words split at blanks. No more of these languages is read; there are no errors.
/// </summary>
internal sealed class WindowsCommandParser
{
    private readonly ShellText _text;
    private readonly ShellKind _kind;
    private readonly ImmutableArray<ShellListSyntax>.Builder _statements =
        ImmutableArray.CreateBuilder<ShellListSyntax>();
    private readonly List<ShellPipelineSyntax> _pipelines = [];
    private readonly List<ShellOperator> _operators = [];
    private readonly List<ShellCommandSyntax> _commands = [];
    private readonly List<ShellOperator> _pipes = [];
    private readonly List<ShellWordSyntax> _words = [];
    private int _position;

    internal WindowsCommandParser(ShellText text, ShellKind kind)
    {
        _text = text;
        _kind = kind;
        _position = text.Start;
    }

    private bool IsPowerShell => _kind == ShellKind.PowerShell;

    internal ShellScriptSyntax Parse(SyntaxNode parent)
    {
        while (_position < _text.End)
        {
            char c = _text.Text[_position];
            if (c is ' ' or '\t' or '\r')
            {
                _position++;
            }
            else if (GetOperator(out int length) is var operation && operation != ShellOperatorKind.None)
            {
                End(operation, length);
                _position += length;
            }
            else if (IsGrouping(c))
            {
                // What stands in braces or parentheses is commands too.
                EndStatement(default);
                _position++;
            }
            else
            {
                _words.Add(ReadWord());
            }
        }

        EndStatement(default);
        return new ShellScriptSyntax(_text, _kind, _statements.ToImmutable(), [], [], parent);
    }

    private ShellOperatorKind GetOperator(out int length)
    {
        char c = _text.Text[_position];
        bool isDoubled = _position + 1 < _text.End && _text.Text[_position + 1] == c;
        length = isDoubled && c is '&' or '|' ? 2 : 1;
        return c switch
        {
            '\n' => ShellOperatorKind.NewLine,
            ';' when IsPowerShell => ShellOperatorKind.Semicolon,
            '&' when isDoubled => ShellOperatorKind.And,
            '&' when !IsPowerShell => ShellOperatorKind.Semicolon,
            '|' when isDoubled => ShellOperatorKind.Or,
            '|' => ShellOperatorKind.Pipe,
            _ => ShellOperatorKind.None,
        };
    }

    /// <summary>
    /// Whether a character opens or closes a block where a word could start; <c>&amp;</c> runs what follows it in
    /// PowerShell.
    /// </summary>
    private bool IsGrouping(char c) => IsPowerShell ? c is '{' or '}' or '(' or ')' or '&' : c is '(' or ')' or '@';

    private ShellWordSyntax ReadWord()
    {
        string text = _text.Text;
        int start = _position;
        bool expands = false;
        bool isQuoted = false;
        char escape = IsPowerShell ? '`' : '^';
        while (_position < _text.End)
        {
            char c = text[_position];
            if (c == '"' || (c == '\'' && IsPowerShell))
            {
                isQuoted = true;
                int close = text.IndexOf(c, _position + 1, _text.End - _position - 1);
                close = close < 0 ? _text.End - 1 : close;
                expands |= c == '"' && text.IndexOf(IsPowerShell ? '$' : '%', _position, close - _position) >= 0;
                _position = close + 1;
            }
            else if (c == escape)
            {
                isQuoted = true;
                _position = Math.Min(_text.End, _position + 2);
            }
            else if (
                c is ' ' or '\t' or '\r'
                || GetOperator(out _) != ShellOperatorKind.None
                || (IsPowerShell && c is '{' or '}' or '(' or ')')
                || (!IsPowerShell && c == ')')
            )
            {
                break;
            }
            else
            {
                expands |= c == (IsPowerShell ? '$' : '%');
                _position++;
            }
        }

        ShellWordTraits traits =
            (expands ? ShellWordTraits.Expands : ShellWordTraits.None)
            | (isQuoted ? ShellWordTraits.Quoted : ShellWordTraits.None);
        bool isWhole =
            isQuoted
            && _position - start >= 2
            && text[start] is '"' or '\''
            && text.IndexOf(text[start], start + 1, _position - start - 1) == _position - 1;
        return new ShellWordSyntax(_text, isWhole ? start + 1 : start, isWhole ? _position - 1 : _position, [], traits);
    }

    private void End(ShellOperatorKind kind, int length)
    {
        var operation = new ShellOperator(kind, _text.Map(_position, _position + length));
        switch (kind)
        {
            case ShellOperatorKind.Pipe:
                EndCommand();
                if (_commands.Count > _pipes.Count)
                {
                    _pipes.Add(operation);
                }

                break;
            case ShellOperatorKind.And or ShellOperatorKind.Or:
                EndPipeline();
                if (_pipelines.Count > _operators.Count)
                {
                    _operators.Add(operation);
                }

                break;
            default:
                EndStatement(operation);
                break;
        }
    }

    private void EndCommand()
    {
        if (_words.Count > 0)
        {
            _commands.Add(
                new ShellSimpleCommandSyntax(_text, _words[0].Start, _words[_words.Count - 1].End, [], [.. _words], [])
            );
            _words.Clear();
        }
    }

    private void EndPipeline()
    {
        EndCommand();
        if (_commands.Count > 0)
        {
            _pipelines.Add(
                new ShellPipelineSyntax(
                    _text,
                    _commands[0].Start,
                    _commands[_commands.Count - 1].End,
                    [.. _commands],
                    [.. _pipes],
                    isNegated: false,
                    isTimed: false
                )
            );
        }

        _commands.Clear();
        _pipes.Clear();
    }

    private void EndStatement(ShellOperator terminator)
    {
        EndPipeline();
        if (_pipelines.Count > 0)
        {
            _statements.Add(
                new ShellListSyntax(
                    _text,
                    _pipelines[0].Start,
                    _pipelines[_pipelines.Count - 1].End,
                    [.. _pipelines],
                    [.. _operators],
                    terminator
                )
            );
        }

        _pipelines.Clear();
        _operators.Clear();
    }
}
