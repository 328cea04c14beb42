using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2015: <c>a &amp;&amp; b || c</c>, in which <c>c</c> also runs where <c>b</c> fails.</summary>
[Rule("SC2015")]
internal sealed partial class ConditionalOr : ShellRule
{
    public override void VisitList(ShellListSyntax node, ShellRuleContext context)
    {
        // One that something follows is a condition itself.
        int last = node.Operators.Length - 1;
        if (
            last > 0
            && node.Operators[last].Kind == ShellOperatorKind.Or
            && node.Operators[last - 1].Kind == ShellOperatorKind.And
            && last + 1 < node.Pipelines.Length
            && !IsHarmless(node.Pipelines[last + 1])
            && !IsTest(node.Pipelines[last])
            && !ShellNodes.IsInCondition(node)
        )
        {
            context.Report(
                node.Operators[last - 1].Span,
                Message(then: ShellNodes.Show(node.Pipelines[last]), @else: ShellNodes.Show(node.Pipelines[last + 1]))
            );
        }
    }

    /// <summary>Whether a command may well run in both cases.</summary>
    private static bool IsHarmless(ShellPipelineSyntax pipeline) =>
        pipeline.Commands is [ShellSimpleCommandSyntax command]
        && (
            command is { Words.IsEmpty: true, Assignments.IsEmpty: false }
            || command.GetCommandName() is "echo" or "exit" or "return" or "printf" or "true" or ":"
        );

    private static bool IsTest(ShellPipelineSyntax pipeline) =>
        pipeline.Commands is [ShellTestSyntax]
        || (pipeline.Commands is [ShellSimpleCommandSyntax command] && command.GetCommandName() is "[" or "test");
}
