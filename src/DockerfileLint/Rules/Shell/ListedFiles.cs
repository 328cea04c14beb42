using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2010, SC2011 and SC2012: what <c>ls</c> prints for people is read by a program.</summary>
/// <param name="reader">The program behind the pipe; empty for any other.</param>
[Rule("SC2010", "grep")]
[Rule("SC2011", "xargs")]
[Rule("SC2012", "")]
internal sealed partial class ListedFiles(string reader) : ShellRule
{
    private readonly string _reader = reader;

    public override void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context)
    {
        for (int i = 1; i < node.Commands.Length; i++)
        {
            if (
                node.Commands[i - 1] is not ShellSimpleCommandSyntax { Name: { } name } ls
                || !name.Is("ls")
                || GetReader(node.Commands[i]) != _reader
            )
            {
                continue;
            }

            if (_reader.Length > 0)
            {
                context.Report(name, Message(_reader));
            }
            else
            {
                context.Report(
                    node.Text.Map(ls.Start, ls.Words[ls.Words.Length - 1].End),
                    Message((node.Commands[i] as ShellSimpleCommandSyntax)?.Name?.ToString() ?? "|")
                );
            }
        }
    }

    private static string GetReader(ShellCommandSyntax command) =>
        command is ShellSimpleCommandSyntax { Name: { } name }
            ? name.Is("grep")
                ? "grep"
                : name.Is("xargs")
                    ? "xargs"
                    : ""
            : "";
}
