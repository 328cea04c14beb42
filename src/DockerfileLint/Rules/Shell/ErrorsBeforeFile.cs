using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2069: <c>2&gt;&amp;1 &gt; file</c>, whose errors go where the output went before.</summary>
[Rule("SC2069")]
internal sealed partial class ErrorsBeforeFile : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (
            node.Redirections.Length < 2
            || node.IsInSubstitution
            || (node.Pipeline is { } pipeline && node.PipelineIndex < pipeline.Commands.Length - 1)
        )
        {
            return;
        }

        ShellRedirectionSyntax? copy = null;
        foreach (ShellRedirectionSyntax redirection in node.Redirections)
        {
            if (
                copy is not null
                && redirection.DescriptorText is "" or "1"
                && redirection.Kind is ShellRedirectionKind.Output or ShellRedirectionKind.Append
            )
            {
                context.Report(copy, Message(ShellNodes.Show(redirection)));
                return;
            }

            if (
                redirection.Kind == ShellRedirectionKind.DuplicateOutput
                && redirection.DescriptorText == "2"
                && redirection.Target?.Is("1") == true
            )
            {
                copy = redirection;
            }
        }
    }
}
