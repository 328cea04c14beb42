using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2046: the output of a command becomes several words where one is meant.</summary>
[Rule("SC2046")]
internal sealed partial class UnquotedSubstitution : ShellRule
{
    public override void VisitCommandSubstitution(ShellCommandSubstitutionSyntax node, ShellRuleContext context)
    {
        if (IsSplit(node, context) && !OneWordOutput.IsGivenBy(node) && IsOneWordMeant(node))
        {
            context.Report(node, Message(node.ToString()));
        }
    }

    /// <summary>Whether a shell splits what a command prints, and nothing says that it is meant to.</summary>
    internal static bool IsSplit(ShellCommandSubstitutionSyntax node, ShellRuleContext context) =>
        (!node.Statements.IsEmpty || IsFile(node))
        && ShellWords.IsSplit(node, context.Dialect)
        && !ShellWords.IsCommandName(node)
        && !PrintsList(node);

    /// <summary>Whether the place has room for one word alone; an argument may well be meant to be several.</summary>
    private static bool IsOneWordMeant(ShellCommandSubstitutionSyntax node) =>
        node.Parent is ShellWordSyntax word
        && (
            word.Parent is ShellRedirectionSyntax
            || (
                word.Parent is ShellSimpleCommandSyntax { Name: { } name }
                && (name.Is("[") || name.Is("test") || name.Is("cd") || name.Is("export"))
            )
        );

    /// <summary>Whether all that the command does is to print words for others.</summary>
    private static bool PrintsList(ShellCommandSubstitutionSyntax node) =>
        node.Statements is [{ Pipelines: [{ Commands: [ShellSimpleCommandSyntax { Name: { } name }] }] }]
        && (name.Is("seq") || name.Is("pgrep"));

    /// <summary><c>$(&lt; file)</c></summary>
    private static bool IsFile(ShellCommandSubstitutionSyntax node) => node.AsSpan().IndexOf('<') >= 0;
}
