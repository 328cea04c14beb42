using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2216: a pipe into a command that reads nothing. SC2217: a redirection into one.</summary>
[Rule("SC2216", false)]
[Rule("SC2217", true)]
internal sealed partial class UnreadInput(bool isRedirection) : ShellRule
{
    private readonly bool _isRedirection = isRedirection;

    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal)
    {
        "alias",
        "basename",
        "bg",
        "cal",
        "cd",
        "chgrp",
        "chmod",
        "chown",
        "cp",
        "du",
        "echo",
        "export",
        "fg",
        "fuser",
        "getconf",
        "getopt",
        "getopts",
        "ipcrm",
        "ipcs",
        "jobs",
        "kill",
        "ln",
        "locale",
        "ls",
        "mv",
        "printf",
        "ps",
        "pwd",
        "renice",
        "rm",
        "rmdir",
        "set",
        "sleep",
        "touch",
        "trap",
        "ulimit",
        "unalias",
        "uname",
    };

    public override void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context)
    {
        for (int i = 0; i < node.Commands.Length; i++)
        {
            if (
                node.Commands[i] is ShellSimpleCommandSyntax { Words.IsEmpty: false } command
                && (_isRedirection ? HasInput(command) : i > 0)
                && GetName(command) is { } name
                && Programs.Contains(name)
                && !(_isRedirection || context.IsExact ? HasSubstitution(command) : MayRead(command, name))
            )
            {
                context.Report(command, Message(name));
            }
        }
    }

    /// <summary>The name of what runs, also behind <c>command</c> and <c>builtin</c>.</summary>
    private static string? GetName(ShellSimpleCommandSyntax command)
    {
        string? name = command.GetCommandName();
        return name is "command" or "builtin" && command.Words.Length > 1 ? command.Words[1].LiteralText : name;
    }

    private static bool HasInput(ShellSimpleCommandSyntax command)
    {
        foreach (ShellRedirectionSyntax redirection in command.Redirections)
        {
            if (
                redirection.DescriptorText is "" or "0"
                && (
                    redirection.Kind is ShellRedirectionKind.Input or ShellRedirectionKind.HereString
                    || redirection.IsHereDocument
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Programs that ask their user whether to go on, and names of the input itself.</summary>
    private static bool MayRead(ShellSimpleCommandSyntax command, string name)
    {
        if (HasSubstitution(command) || name is "cp" or "mv" or "rm" or "ln")
        {
            return true;
        }

        foreach (ShellWordSyntax word in command.Words)
        {
            if (word.StartsWith("/dev/") || word.Is("-"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a command in a substitution may be the one that reads.</summary>
    private static bool HasSubstitution(ShellSimpleCommandSyntax command)
    {
        var nodes = new DescendantEnumerator(command);
        while (nodes.MoveNext())
        {
            if (nodes.Current is ShellCommandSubstitutionSyntax or ShellProcessSubstitutionSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
