using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2251: <c>!</c> in front of a command whose result nobody looks at.</summary>
[Rule("SC2251")]
internal sealed partial class UncheckedNegation : ShellRule
{
    public override void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context)
    {
        if (
            node.IsNegated
            && node.Parent is ShellListSyntax { Pipelines.Length: 1 } list
            && HasFollower(list)
            && !ShellNodes.IsInCondition(node)
        )
        {
            context.Report(node.Text.Map(node.Start, node.Start + 1), Message(ShellNodes.Show(node)));
        }
    }

    /// <summary>Whether another statement follows, so that this one is not the result of all.</summary>
    private static bool HasFollower(ShellListSyntax list)
    {
        bool isFound = false;
        foreach (ShellSyntaxNode sibling in list.Parent!.ChildNodes.OfType<ShellSyntaxNode>())
        {
            if (isFound)
            {
                return sibling is ShellListSyntax;
            }

            isFound = sibling == list;
        }

        return false;
    }
}
