using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>What rules over scripts ask of nodes.</summary>
internal static class ShellNodes
{
    private const int ShownLength = 40;

    /// <summary>A text as a message shows it: in one line, and not too long.</summary>
    internal static string Show(ReadOnlySpan<char> text)
    {
        int lineEnd = text.IndexOfAny('\n', '\r');
        bool isCut = lineEnd >= 0;
        text = isCut ? text.Slice(0, lineEnd) : text;
        if (text.Length > ShownLength)
        {
            isCut = true;
            int length = char.IsHighSurrogate(text[ShownLength - 2]) ? ShownLength - 2 : ShownLength - 1;
            text = text.Slice(0, length);
        }

        return isCut ? text.ToString() + "…" : text.ToString();
    }

    /// <inheritdoc cref="Show(ReadOnlySpan{char})"/>
    internal static string Show(ShellSyntaxNode node) => Show(node.AsSpan());

    /// <summary>
    /// Whether a command starts a program of a name, be it with its folder; <c>false</c> for one that is not written
    /// out.
    /// </summary>
    internal static bool IsCommand(this ShellSimpleCommandSyntax command, string name)
    {
        if (command.Name is not { IsLiteral: true } word)
        {
            return false;
        }

        ReadOnlySpan<char> text = word.Parts.IsEmpty ? word.AsSpan() : word.DisplayText.AsSpan();
        return text.EndsWith(name.AsSpan(), StringComparison.Ordinal)
            && (text.Length == name.Length || text[text.Length - name.Length - 1] == '/');
    }

    /// <summary>The name of a command without its folder; <c>null</c> where it is not written out.</summary>
    internal static string? GetCommandName(this ShellSimpleCommandSyntax command)
    {
        if (command.Name?.LiteralText is not { } text)
        {
            return null;
        }

        int slash = text.LastIndexOf('/');
        return slash < 0 ? text : text.Substring(slash + 1);
    }

    /// <summary>The name of a command that is written as a built-in is; <c>null</c> for any other.</summary>
    internal static string? GetBuiltin(ShellSimpleCommandSyntax command) =>
        // The longest are "readarray" and "/usr/bin/echo".
        command.Name
            is { IsLiteral: true } name
        && name.End - name.Start <= 13
            ? name.DisplayText
            : null;

    /// <summary>
    /// Where a declaration ends as ShellCheck marks it: without the value of its last variable.
    /// </summary>
    internal static int GetEndOfDeclaration(ShellSimpleCommandSyntax command)
    {
        if (command.Redirections.IsEmpty && command.Words.Length > 1)
        {
            ShellWordSyntax last = command.Words[command.Words.Length - 1];
            int assignment = last.AsSpan().IndexOf('=');
            if (assignment > 0 && IsName(last.AsSpan().Slice(0, assignment)))
            {
                return last.Start + assignment;
            }
        }

        return command.End;
    }

    /// <summary>The end of a command without its redirections, which stand behind it.</summary>
    internal static int GetEndOfBody(ShellCommandSyntax command)
    {
        if (command.Redirections.IsEmpty)
        {
            return command.End;
        }

        int end = command.Redirections[0].Start;
        while (end > command.Start && ShellCharacters.IsBlank(command.Text.Text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Whether a text is the name of a variable.</summary>
    internal static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !ShellCharacters.IsNameStart(text[0]))
        {
            return false;
        }

        for (int i = 1; i < text.Length; i++)
        {
            if (!ShellCharacters.IsName(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a script starts as the array form does and is none, which is a finding of its own for the instruction.
    /// </summary>
    internal static bool IsFailedArray(ShellScriptSyntax script)
    {
        ReadOnlySpan<char> text = script.AsSpan().TrimStart();
        return text.Length > 1 && text[0] == '[' && text[1] is not (' ' or '[' or '\t');
    }

    /// <summary>Whether a text is made of digits.</summary>
    internal static bool IsNumber(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!ShellCharacters.IsDigit(text[i]))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>
    /// Whether a word is one of those in which a shell looks for quotes, patterns and braces; the lines of
    /// here-documents, their terminators and the indexes of arrays are text.
    /// </summary>
    internal static bool IsExpanded(ShellWordSyntax word) =>
        word.Parent switch
        {
            ShellRedirectionSyntax redirection => redirection.Target == word && !redirection.IsHereDocument,
            ShellAssignmentSyntax assignment => assignment.Index != word,
            _ => true,
        };

    /// <summary>Whether a command has an option: <c>-p</c>, alone or in a cluster, or a long one.</summary>
    /// <param name="command">The command.</param>
    /// <param name="letter">The letter of the option.</param>
    /// <param name="name">The long name with its hyphens, or <c>null</c>.</param>
    internal static bool HasOption(this ShellSimpleCommandSyntax command, char letter, string? name = null)
    {
        for (int i = 1; i < command.Words.Length; i++)
        {
            if (IsOption(command.Words[i], letter, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is an option, alone or in a cluster.</summary>
    internal static bool IsOption(ShellWordSyntax word, char letter, string? name)
    {
        ReadOnlySpan<char> text = word.Parts.IsEmpty ? word.AsSpan() : word.DisplayText.AsSpan();
        if (text.Length < 2 || text[0] != '-')
        {
            return false;
        }

        if (text[1] != '-')
        {
            return text.IndexOf(letter) > 0;
        }

        return name is not null
            && text.StartsWith(name.AsSpan(), StringComparison.Ordinal)
            && (text.Length == name.Length || text[name.Length] == '=');
    }

    /// <summary>Whether a node stands in the condition of <c>if</c>, <c>while</c> or <c>until</c>, or in front of
    /// <c>&amp;&amp;</c> or <c>||</c>, at any depth.</summary>
    internal static bool IsInCondition(ShellSyntaxNode node)
    {
        for (SyntaxNode child = node; child.Parent is { } parent and not ShellScriptSyntax; child = parent)
        {
            bool isCondition = parent switch
            {
                ShellIfClauseSyntax clause => IsLast(clause.Condition, child),
                ShellWhileSyntax loop => IsLast(loop.Condition, child),
                ShellListSyntax list => list.Pipelines[list.Pipelines.Length - 1] != child,
                _ => false,
            };
            if (isCondition)
            {
                return true;
            }
        }

        return false;

        static bool IsLast(System.Collections.Immutable.ImmutableArray<ShellListSyntax> lists, SyntaxNode node) =>
            !lists.IsEmpty && lists[lists.Length - 1] == node;
    }
}
