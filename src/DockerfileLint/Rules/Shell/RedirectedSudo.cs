using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2024: a redirection of <c>sudo</c>, which the shell opens as the user that it runs as.</summary>
[Rule("SC2024")]
internal sealed partial class RedirectedSudo : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Redirections.IsEmpty || !node.IsCommand("sudo"))
        {
            return;
        }

        foreach (ShellRedirectionSyntax redirection in node.Redirections)
        {
            bool isInput = redirection.Kind == ShellRedirectionKind.Input;
            if (
                redirection.DescriptorText.Length == 0
                && (
                    isInput
                    || redirection.Kind
                        is ShellRedirectionKind.Output
                            or ShellRedirectionKind.Append
                            or ShellRedirectionKind.OutputAndError
                )
                && redirection.Target is { } file
                && !file.Is("/dev/null")
                && (context.IsExact || !(isInput || file.StartsWith("/tmp/") || file.StartsWith("/dev/")))
            )
            {
                int start =
                    redirection.Kind == ShellRedirectionKind.OutputAndError ? redirection.Start + 1 : redirection.Start;
                int length = redirection.Kind == ShellRedirectionKind.Append ? 2 : 1;
                context.Report(node.Text.Map(start, start + length), Message(ShellNodes.Show(file)));
            }
        }
    }
}
