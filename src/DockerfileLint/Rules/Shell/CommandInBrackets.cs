using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC1014: a command in the brackets of a test.</summary>
[Rule("SC1014")]
internal sealed partial class CommandInBrackets : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (
            node.Words.Length > 3
            && node.Words[0].Is("[")
            && node.Words[1] is { Parts.IsEmpty: true } name
            && IsCommandName(name.AsSpan())
            && node.Words[node.Words.Length - 1].Is("]")
            && TestTerm.Find(node).IsEmpty
        )
        {
            context.Report(
                context.IsExact ? node.Text.Map(name.Start, name.Start) : name.Span,
                Message(ShellNodes.Show(name))
            );
        }
    }

    private static bool IsCommandName(ReadOnlySpan<char> text) =>
        text.Length > 1 && ShellCharacters.IsNameStart(text[0]);
}
