using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2176, SC2177: <c>time</c> of a pipeline or of a compound command, which is bash's alone.</summary>
[Rule("SC2176", true)]
[Rule("SC2177", false)]
internal sealed partial class TimedCompound(bool isPipeline) : ShellRule
{
    private readonly bool _isPipeline = isPipeline;

    public override void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context)
    {
        if (
            node.IsTimed
            && !node.Commands.IsEmpty
            && context.Dialect is ShellKind.Sh or ShellKind.Dash or ShellKind.Ash
            && (_isPipeline ? node.Commands.Length > 1 : node.Commands is [not ShellSimpleCommandSyntax])
        )
        {
            context.Report(
                _isPipeline ? node.Text.Map(node.Start, node.Start + 4) : node.Commands[0].Span,
                Message(ShellNodes.Show(node.Commands[0]))
            );
        }
    }
}
