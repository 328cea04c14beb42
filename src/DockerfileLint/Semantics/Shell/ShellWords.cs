using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Shell;

/// <summary>What a shell makes of a word by the place where it stands.</summary>
internal static class ShellWords
{
    /// <summary>
    /// Whether the result of an expansion is split at blanks and taken for a pattern: not within quotes, arithmetic,
    /// other expansions, here-documents and <c>[[ … ]]</c>, nor as a value, a subject or a pattern of <c>case</c> or
    /// an item of <c>for</c>, where it is meant.
    /// </summary>
    /// <param name="expansion">The expansion.</param>
    /// <param name="kind">
    /// The shell: a plain <c>sh</c> splits the values behind <c>export</c>, others take them for assignments.
    /// </param>
    internal static bool IsSplit(ShellWordPartSyntax expansion, ShellKind kind) =>
        expansion.Parent is ShellWordSyntax word
        && word.Parent switch
        {
            ShellSimpleCommandSyntax command => kind == ShellKind.Sh || !IsDeclared(command, word),
            ShellRedirectionSyntax redirection => redirection.Body != word,
            _ => false,
        };

    /// <summary>Whether an expansion is all of a word that names a command: its words are meant to be several.</summary>
    internal static bool IsCommandName(ShellWordPartSyntax expansion)
    {
        if (expansion.Parent is not ShellWordSyntax { Parts.Length: 1, Parent: ShellSimpleCommandSyntax command } word)
        {
            return false;
        }

        int first = 0;
        while (first < command.Words.Length - 1 && RunsItsArguments(command.Words[first]))
        {
            first++;
        }

        return command.Words[first] == word;
    }

    /// <summary>Whether a command sets the attributes of variables and may assign to them.</summary>
    internal static bool IsDeclaration(ShellSimpleCommandSyntax command) =>
        command.Name is { } name
        && (name.Is("export") || name.Is("local") || name.Is("declare") || name.Is("readonly") || name.Is("typeset"));

    /// <summary>
    /// The name in a word <c>name=value</c> or <c>name+=value</c>, and where the value starts; <c>null</c> for others.
    /// </summary>
    internal static string? GetAssignedName(ShellWordSyntax word, out int valueStart, out bool isAppend)
    {
        ReadOnlySpan<char> text = word.AsSpan();
        int length = GetNameLength(text);
        isAppend = length > 0 && length + 1 < text.Length && text[length] == '+' && text[length + 1] == '=';
        bool isAssignment = isAppend || (length > 0 && length < text.Length && text[length] == '=');
        valueStart = word.Start + length + (isAppend ? 2 : 1);
        return isAssignment ? text.Slice(0, length).ToString() : null;
    }

    /// <summary>The length of the variable's name that a text starts with.</summary>
    internal static int GetNameLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && IsNamePart(text[length], length))
        {
            length++;
        }

        return length;
    }

    /// <summary>Whether a text is the name of a variable.</summary>
    internal static bool IsName(ReadOnlySpan<char> text) => text.Length > 0 && GetNameLength(text) == text.Length;

    /// <summary>The program that a command names, without its folder; empty where that is not known.</summary>
    internal static string GetProgram(ShellSimpleCommandSyntax command)
    {
        string name = command.Name?.LiteralText ?? "";
        int folder = name.LastIndexOf('/');
        return folder < 0 ? name : name.Substring(folder + 1);
    }

    /// <summary>Whether a word has a mark of a pattern that is not quoted.</summary>
    internal static bool IsPattern(ShellWordSyntax word)
    {
        if (word.Parts.IsEmpty)
        {
            return HoldsPattern(word.AsSpan());
        }

        foreach (ShellWordPartSyntax part in word.Parts)
        {
            if (part is ShellLiteralSyntax literal && HoldsPattern(literal.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a command has a short option by itself or among others, as <c>-r</c> in <c>-fr</c>.</summary>
    internal static bool HasOption(ShellSimpleCommandSyntax command, char letter)
    {
        for (int i = 1; i < command.Words.Length; i++)
        {
            ReadOnlySpan<char> text = command.Words[i].AsSpan();
            if (text.Length == 2 && text[0] == '-' && text[1] == '-')
            {
                return false;
            }

            if (text.Length > 1 && text[0] == '-' && text[1] != '-' && text.IndexOf(letter) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The only command of a substitution, where it is a simple one.</summary>
    internal static ShellSimpleCommandSyntax? GetOnlyCommand(ShellCommandSubstitutionSyntax substitution) =>
        substitution.Statements is [{ Pipelines: [{ Commands: [ShellSimpleCommandSyntax command] }] }] ? command : null;

    /// <summary>The only part of a word, where that is a substitution; quotes around it do not count.</summary>
    internal static ShellCommandSubstitutionSyntax? GetOnlySubstitution(ShellWordSyntax word) =>
        word.Parts switch
        {
            [ShellCommandSubstitutionSyntax substitution] => substitution,
            [ShellDoubleQuotedSyntax { Parts: [ShellCommandSubstitutionSyntax substitution] }] => substitution,
            _ => null,
        };

    private static bool HoldsPattern(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] is '*' or '?' || (text[i] == '[' && text.Slice(i).IndexOf(']') > 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeclared(ShellSimpleCommandSyntax command, ShellWordSyntax word) =>
        IsDeclaration(command) && GetAssignedName(word, out _, out _) is not null;

    private static bool RunsItsArguments(ShellWordSyntax word) =>
        word.Is("exec") || word.Is("command") || word.Is("builtin");

    private static bool IsNamePart(char c, int position) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (position > 0 && c is >= '0' and <= '9');
}
