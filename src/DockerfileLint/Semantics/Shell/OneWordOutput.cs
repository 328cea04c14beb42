using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Shell;

/// <summary>Which commands print one word, so that it does not matter whether their output is quoted.</summary>
internal static class OneWordOutput
{
    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal)
    {
        "arch",
        "dpkg-architecture",
        "getconf",
        "git",
        "hostname",
        "id",
        "lsb_release",
        "mktemp",
        "nproc",
        "pwd",
        "realpath",
        "rpm",
        "tty",
        "uname",
        "wc",
        "which",
        "whoami",
    };

    /// <summary>Whether a command substitution gives one word.</summary>
    internal static bool IsGivenBy(ShellCommandSubstitutionSyntax substitution) =>
        GetLastCommand(substitution) is { } command
        && command.Name?.LiteralText is { } name
        && name switch
        {
            "dpkg" => HasArgument(command, "--print-architecture"),
            "apk" => HasArgument(command, "--print-arch"),
            "command" or "type" => HasArgument(command, "-v") || HasArgument(command, "-p"),
            "date" => !HasBlank(command),
            "uname" => !HasArgument(command, "-a"),
            "id" => command.Words.Length > 1 && !HasArgument(command, "-G") && !HasArgument(command, "-nG"),
            "git" => HasArgument(command, "rev-parse") || HasArgument(command, "describe"),
            "rpm" => HasArgument(command, "-E"),
            "wc" => command.Words.Length > 1,
            _ => Programs.Contains(name),
        };

    /// <summary>The command whose output it is: the last of the only statement.</summary>
    private static ShellSimpleCommandSyntax? GetLastCommand(ShellCommandSubstitutionSyntax substitution) =>
        substitution.Statements is [{ Pipelines: [{ Commands.IsEmpty: false } pipeline] }]
            ? pipeline.Commands[pipeline.Commands.Length - 1] as ShellSimpleCommandSyntax
            : null;

    private static bool HasArgument(ShellSimpleCommandSyntax command, string argument)
    {
        foreach (ShellWordSyntax word in command.Words)
        {
            if (word.Is(argument))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the format of a date has a blank, or there is none.</summary>
    private static bool HasBlank(ShellSimpleCommandSyntax command)
    {
        bool hasFormat = false;
        foreach (ShellWordSyntax word in command.Words)
        {
            if (word.StartsWith("+"))
            {
                hasFormat = true;
                if (word.DisplayText.IndexOf(' ') >= 0 || word.DisplayText.Contains("%c"))
                {
                    return true;
                }
            }
        }

        return !hasFormat;
    }
}
