using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// Finds the names of the simple commands in a POSIX shell script: what stands in command position after operators, reserved words, assignments, redirections and the words that run another command.
/// Substitutions are scanned too; comments, quotes and case patterns are not mistaken for commands.
/// </summary>
internal sealed class ShellCommandScanner
{
    private const int DepthLimit = 256;

    private readonly List<TextSpan> _commands = [];

    /// <summary>Spans of the command names in <paramref name="script"/>; valid until the next call.</summary>
    internal List<TextSpan> Scan(ReadOnlySpan<char> script)
    {
        _commands.Clear();
        ScanList(script, 0, '\0', DepthLimit);
        return _commands;
    }

    /// <summary>Scans commands up to <paramref name="close"/> or the end; gives the offset after it.</summary>
    private int ScanList(ReadOnlySpan<char> text, int position, char close, int depth)
    {
        bool expectsCommand = true;
        bool runsAnother = false;
        int openCases = 0;
        bool isPattern = false;
        while (position < text.Length)
        {
            char c = text[position];
            if (c == close && (!isPattern || close != ')'))
            {
                return position + 1;
            }

            if (c is ' ' or '\t' or '\r')
            {
                position++;
            }
            else if (c == '#')
            {
                int end = text.Slice(position).IndexOf('\n');
                position = end < 0 ? text.Length : position + end;
            }
            else if (c is ';' or '\n' or '&' or '|')
            {
                isPattern = isPattern || (openCases > 0 && c == ';' && position + 1 < text.Length && text[position + 1] is ';' or '&');
                position++;
                expectsCommand = true;
                runsAnother = false;
            }
            else if (c == '(' || c == ')')
            {
                position = c == '(' && depth > 0 && position + 1 < text.Length && text[position + 1] == '(' ? SkipArithmetic(text, position + 2) : position + 1;
                isPattern = isPattern && c == '(';
                expectsCommand = true;
                runsAnother = false;
            }
            else if (c is '<' or '>')
            {
                position = SkipRedirection(text, position, depth);
            }
            else
            {
                int start = position;
                position = SkipWord(text, position, close, depth);
                ReadOnlySpan<char> word = text.Slice(start, position - start);
                if (IsDescriptor(text, start, position))
                {
                    // It belongs to the redirection; a command may still follow.
                }
                else if (isPattern)
                {
                    if (word.SequenceEqual("esac".AsSpan()))
                    {
                        openCases--;
                        isPattern = false;
                        expectsCommand = false;
                    }
                }
                else if (!expectsCommand)
                {
                    isPattern = openCases > 0 && word.SequenceEqual("in".AsSpan());
                    expectsCommand = isPattern;
                }
                else
                {
                    expectsCommand = ReadCommandWord(word, start, position, ref runsAnother, ref openCases);
                }
            }
        }

        return position;
    }

    /// <summary>Judges a word in command position; says whether a command may still follow.</summary>
    private bool ReadCommandWord(ReadOnlySpan<char> word, int start, int end, ref bool runsAnother, ref int openCases)
    {
        if (IsReserved(word))
        {
            return true;
        }

        switch (word.ToString())
        {
            case "case":
                openCases++;
                return false;
            case "esac":
                openCases = Math.Max(0, openCases - 1);
                return false;
            case "for" or "select" or "function":
                return false;
            default:
                break;
        }

        if (IsAssignment(word) || (runsAnother && word[0] == '-'))
        {
            return true;
        }

        _commands.Add(TextSpan.FromBounds(start, end));
        runsAnother = word.ToString() is "busybox" or "command" or "env" or "exec" or "nohup" or "time";
        return runsAnother;
    }

    private static bool IsReserved(ReadOnlySpan<char> word) =>
        word.Length <= 5 && word.ToString() is "if" or "then" or "elif" or "else" or "fi" or "while" or "until" or "do" or "done" or "{" or "}" or "!";

    private static bool IsAssignment(ReadOnlySpan<char> word)
    {
        int equals = word.IndexOf('=');
        if (equals <= 0 || char.IsDigit(word[0]))
        {
            return false;
        }

        for (int i = 0; i < equals; i++)
        {
            if (!char.IsLetterOrDigit(word[i]) && word[i] is not ('_' or '[' or ']' or '+'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word is the number in front of a redirection.</summary>
    private static bool IsDescriptor(ReadOnlySpan<char> text, int start, int end)
    {
        if (end >= text.Length || text[end] is not ('<' or '>'))
        {
            return false;
        }

        while (start < end && text[start] is >= '0' and <= '9')
        {
            start++;
        }

        return start == end;
    }

    private int SkipRedirection(ReadOnlySpan<char> text, int position, int depth)
    {
        while (position < text.Length && text[position] is '<' or '>' or '&' or '|' or '-')
        {
            position++;
        }

        if (position < text.Length && text[position] == '(')
        {
            // Process substitution.
            return depth > 0 ? ScanList(text, position + 1, ')', depth - 1) : position + 1;
        }

        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position < text.Length && text[position] is not (';' or '\n' or '|' or '&' or '(' or ')' or '<' or '>') ? SkipWord(text, position, '\0', depth) : position;
    }

    private int SkipWord(ReadOnlySpan<char> text, int position, char close, int depth)
    {
        int start = position;
        while (position < text.Length)
        {
            char c = text[position];
            if (c is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')' or '<' or '>' || (c == close && c == '`'))
            {
                return position;
            }

            position = SkipPart(text, position, depth);
        }

        return Math.Max(position, start);
    }

    /// <summary>Skips one character of a word, or one quote, expansion or substitution.</summary>
    private int SkipPart(ReadOnlySpan<char> text, int position, int depth)
    {
        switch (text[position])
        {
            case '\\':
                return Math.Min(text.Length, position + 2);
            case '\'':
                int end = text.Slice(position + 1).IndexOf('\'');
                return end < 0 ? text.Length : position + 1 + end + 1;
            case '"':
                position++;
                while (position < text.Length && text[position] != '"')
                {
                    position = text[position] == '\'' ? position + 1 : SkipPart(text, position, depth);
                }

                return Math.Min(text.Length, position + 1);
            case '`':
                return depth > 0 ? ScanList(text, position + 1, '`', depth - 1) : position + 1;
            case '$' when position + 1 < text.Length && text[position + 1] == '(':
                return position + 2 < text.Length && text[position + 2] == '(' ? SkipArithmetic(text, position + 3)
                    : depth > 0 ? ScanList(text, position + 2, ')', depth - 1) : position + 2;
            case '$' when position + 1 < text.Length && text[position + 1] == '{':
                position += 2;
                while (position < text.Length && text[position] != '}')
                {
                    position = depth > 0 && text[position] is '$' or '\\' or '`' ? SkipPart(text, position, depth - 1) : position + 1;
                }

                return Math.Min(text.Length, position + 1);
            default:
                return position + 1;
        }
    }

    private static int SkipArithmetic(ReadOnlySpan<char> text, int position)
    {
        int open = 2;
        while (position < text.Length && open > 0)
        {
            open += text[position] == '(' ? 1 : text[position] == ')' ? -1 : 0;
            position++;
        }

        return position;
    }
}
