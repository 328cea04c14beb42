using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2016: single quotes keep a shell from expanding what looks like an expansion.</summary>
[Rule("SC2016")]
internal sealed partial class ExpansionInSingleQuotes : ShellRule
{
    /// <summary>Programs that have a meaning of their own for such text.</summary>
    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal)
    {
        "alias",
        "bash",
        "busybox",
        "doas",
        "docker",
        "dpkg-query",
        "eval",
        "jq",
        "ksh",
        "oc",
        "podman",
        "rename",
        "rg",
        "run0",
        "sh",
        "ssh",
        "sudo",
        "trap",
        "unset",
        "xprop",
        "zsh",
    };

    public override void VisitSingleQuoted(ShellSingleQuotedSyntax node, ShellRuleContext context)
    {
        ReadOnlySpan<char> text = node.Text.AsSpan(node.ValueStart, node.ValueEnd);
        if (!node.IsAnsiC && LooksExpanded(text) && !IsMeant(node, text))
        {
            context.Report(node, Message(node.ToString()));
        }
    }

    private static bool LooksExpanded(ReadOnlySpan<char> text)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (
                text[i] == '$'
                && (text[i + 1] is '{' or '(' or '_' || IsLetter(text[i + 1]) || text[i + 1] is >= '0' and <= '9')
            )
            {
                return true;
            }
        }

        int tick = text.IndexOf('`');
        return tick >= 0 && text.Slice(tick + 1).IndexOf('`') is > 0;
    }

    private static bool IsMeant(ShellSingleQuotedSyntax node, ReadOnlySpan<char> text)
    {
        switch (node.Parent?.Parent)
        {
            case ShellAssignmentSyntax assignment:
                return IsPrompt(assignment.Name.AsSpan());
            case ShellSimpleCommandSyntax command when node.Parent is ShellWordSyntax word:
                return IsMeant(command, word, text);
            default:
                return false;
        }
    }

    private static bool IsMeant(ShellSimpleCommandSyntax command, ShellWordSyntax word, ReadOnlySpan<char> text)
    {
        if (ShellWords.IsDeclaration(command))
        {
            ReadOnlySpan<char> declared = word.AsSpan();
            int length = ShellWords.GetNameLength(declared);
            return IsPrompt(declared.Slice(0, length));
        }

        string name = FindProgram(command);
        return Programs.Contains(name)
            || name.EndsWith("awk", StringComparison.Ordinal)
            || name.StartsWith("perl", StringComparison.Ordinal)
            || (name == "sed" && HasAddress(text))
            || (name == "git" && command.Words.Length > 1 && command.Words[1].Is("filter-branch"));
    }

    private static bool IsPrompt(ReadOnlySpan<char> name) =>
        (name.Length == 3 && name[0] == 'P' && name[1] == 'S' && name[2] is >= '1' and <= '4')
        || name.SequenceEqual("PROMPT_COMMAND".AsSpan());

    /// <summary>The program that gets the text, without its folder.</summary>
    private static string FindProgram(ShellSimpleCommandSyntax command)
    {
        int first = 0;
        while (
            first + 1 < command.Words.Length
            && (
                command.Words[first].Is("exec")
                || command.Words[first].Is("command")
                || command.Words[first].Is("builtin")
            )
        )
        {
            first++;
        }

        string name = command.Words[first].LiteralText ?? "";
        name = name.Substring(name.LastIndexOf('/') + 1);
        for (int i = first + 1; name == "find" && i + 1 < command.Words.Length; i++)
        {
            if (command.Words[i].Is("-exec") || command.Words[i].Is("-execdir") || command.Words[i].Is("-ok"))
            {
                return command.Words[i + 1].LiteralText ?? "";
            }
        }

        return name;
    }

    /// <summary>Whether a script of sed addresses the last line or writes the end of a line, such as <c>$d</c>.</summary>
    private static bool HasAddress(ReadOnlySpan<char> text)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (
                text[i] == '$'
                && text[i + 1] is '{' or 'd' or 'p' or 's' or 'a' or 'i' or 'c'
                && (i + 2 == text.Length || !IsLetter(text[i + 2]))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
