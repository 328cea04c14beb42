using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2155: <c>export x=$(…)</c> succeeds whatever the command does.</summary>
[Rule("SC2155")]
internal sealed partial class DeclarationHidesStatus : ShellRule
{
    /// <summary>What hardly ever fails.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "arch",
        "basename",
        "cat",
        "command",
        "cut",
        "date",
        "dirname",
        "dpkg-architecture",
        "dpkg",
        "echo",
        "getconf",
        "head",
        "hostname",
        "id",
        "mktemp",
        "nproc",
        "printf",
        "pwd",
        "readlink",
        "sed",
        "tr",
        "uname",
        "which",
        "whoami",
    };

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!ShellWords.IsDeclaration(node))
        {
            return;
        }

        foreach (ShellWordSyntax word in node.Words)
        {
            if (
                FindSubstitution(word) is { } substitution
                && MayFail(substitution)
                && ShellWords.GetAssignedName(word, out _, out _) is { } name
            )
            {
                context.Report(
                    node.Text.Map(word.Start, word.Start + name.Length),
                    Message(node.Name!.ToString(), name)
                );
            }
        }
    }

    /// <summary>The first command substitution in a word, quoted or not.</summary>
    internal static ShellCommandSubstitutionSyntax? FindSubstitution(ShellWordSyntax word)
    {
        foreach (ShellWordPartSyntax part in word.Parts)
        {
            if (part is ShellCommandSubstitutionSyntax own)
            {
                return own;
            }

            if (part is ShellDoubleQuotedSyntax quoted)
            {
                foreach (ShellWordPartSyntax inner in quoted.Parts)
                {
                    if (inner is ShellCommandSubstitutionSyntax substitution)
                    {
                        return substitution;
                    }
                }
            }
        }

        return null;
    }

    private static bool MayFail(ShellCommandSubstitutionSyntax substitution)
    {
        foreach (ShellListSyntax statement in substitution.Statements)
        {
            foreach (ShellPipelineSyntax pipeline in statement.Pipelines)
            {
                foreach (ShellCommandSyntax command in pipeline.Commands)
                {
                    if (
                        command is not ShellSimpleCommandSyntax { Name.LiteralText: { } name }
                        || !Harmless.Contains(name)
                    )
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
