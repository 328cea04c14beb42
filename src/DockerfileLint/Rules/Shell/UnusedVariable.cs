using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2034: a script sets a variable that it does not use, and that no command gets.</summary>
[Rule("SC2034")]
internal sealed partial class UnusedVariable : ShellRule
{
    /// <summary>Variables that the shell itself, or the system below it, looks at.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "CDPATH",
        "COLUMNS",
        "DISPLAY",
        "EDITOR",
        "ENV",
        "FPATH",
        "GLOBIGNORE",
        "HISTFILE",
        "HISTSIZE",
        "HOME",
        "HOSTNAME",
        "IFS",
        "INPUTRC",
        "LANG",
        "LANGUAGE",
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
        "LINES",
        "LOGNAME",
        "MAIL",
        "OLDPWD",
        "OPTARG",
        "OPTERR",
        "OPTIND",
        "PATH",
        "POSIXLY_CORRECT",
        "PROMPT_COMMAND",
        "PS0",
        "PS1",
        "PS2",
        "PS3",
        "PS4",
        "PWD",
        "RANDOM",
        "REPLY",
        "SECONDS",
        "SHELL",
        "TERM",
        "TIMEFORMAT",
        "TMOUT",
        "TMPDIR",
        "TZ",
        "UID",
        "USER",
    };

    public override void VisitAssignment(ShellAssignmentSyntax node, ShellRuleContext context)
    {
        if (
            node.Parent is ShellSimpleCommandSyntax { Words.IsEmpty: true }
            && !IsKnown(node.Name)
            && !context.IsExported(node.Name)
            && !context.Variables.IsUsed(node.Name)
            && context.Variables.FindLastAssignment(node.Name) == node
        )
        {
            int end = node.Start + node.Name.Length;
            context.Report(
                node.Text.Map(node.Start, node.Index is { } index ? index.End + 1 : end),
                Message(node.Name)
            );
        }
    }

    private static bool IsKnown(string name) =>
        name[0] == '_'
        || Known.Contains(name)
        || name.StartsWith("LC_", StringComparison.Ordinal)
        || name.StartsWith("BASH", StringComparison.Ordinal);
}
