using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2261: several redirections of one stream, of which the last alone counts.</summary>
[Rule("SC2261")]
internal sealed partial class CompetingRedirections : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context) =>
        Visit(node, context);

    public override void VisitGroup(ShellGroupSyntax node, ShellRuleContext context) => Visit(node, context);

    public override void VisitSubshell(ShellSubshellSyntax node, ShellRuleContext context) => Visit(node, context);

    public override void VisitIf(ShellIfSyntax node, ShellRuleContext context) => Visit(node, context);

    public override void VisitFor(ShellForSyntax node, ShellRuleContext context) => Visit(node, context);

    public override void VisitWhile(ShellWhileSyntax node, ShellRuleContext context) => Visit(node, context);

    private static void Visit(ShellCommandSyntax command, ShellRuleContext context)
    {
        if (command.Redirections.Length < 2)
        {
            return;
        }

        foreach (ShellRedirectionSyntax redirection in command.Redirections)
        {
            // A copy of a stream gives the first redirection a sense.
            if (redirection.Kind is ShellRedirectionKind.DuplicateInput or ShellRedirectionKind.DuplicateOutput)
            {
                return;
            }
        }

        for (int stream = 0; stream <= 2; stream++)
        {
            int count = 0;
            foreach (ShellRedirectionSyntax redirection in command.Redirections)
            {
                count += GetStream(redirection) == stream ? 1 : 0;
            }

            if (count < 2)
            {
                continue;
            }

            foreach (ShellRedirectionSyntax redirection in command.Redirections)
            {
                if (GetStream(redirection) == stream)
                {
                    context.Report(GetMark(redirection), Message(ShellNodes.Show(redirection)));
                }
            }
        }
    }

    /// <summary>The stream that a redirection sets; -1 for those that have no file.</summary>
    private static int GetStream(ShellRedirectionSyntax redirection)
    {
        int standard = redirection.Kind switch
        {
            ShellRedirectionKind.Input
            or ShellRedirectionKind.HereDocument
            or ShellRedirectionKind.HereDocumentWithoutTabs
            or ShellRedirectionKind.HereString => 0,
            ShellRedirectionKind.Output
            or ShellRedirectionKind.Append
            or ShellRedirectionKind.Clobber
            or ShellRedirectionKind.OutputAndError
            or ShellRedirectionKind.AppendOutputAndError => 1,
            _ => -1,
        };
        return standard < 0
            ? -1
            : redirection.DescriptorText switch
            {
                "" => standard,
                "0" => 0,
                "1" => 1,
                "2" => 2,
                _ => -1,
            };
    }

    /// <summary>The operator; of a here-document its terminator.</summary>
    private static TextSpan GetMark(ShellRedirectionSyntax redirection)
    {
        if (redirection.IsHereDocument && redirection.Target is { } target)
        {
            return target.Span;
        }

        TextSpan mark = redirection.OperatorSpan;
        return redirection.Kind is ShellRedirectionKind.OutputAndError or ShellRedirectionKind.AppendOutputAndError
            ? TextSpan.FromBounds(mark.Start + 1, mark.End)
            : mark;
    }
}
