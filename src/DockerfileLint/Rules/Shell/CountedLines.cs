using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2126: <c>grep … | wc -l</c>.</summary>
[Rule("SC2126")]
internal sealed partial class CountedLines : ShellRule
{
    public override void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context)
    {
        for (int i = 1; i < node.Commands.Length; i++)
        {
            if (
                node.Commands[i] is ShellSimpleCommandSyntax { Words.Length: > 1 } counter
                && counter.IsCommand("wc")
                && CountsLinesAlone(counter)
                && node.Commands[i - 1] is ShellSimpleCommandSyntax { Name: { } name } search
                && name.Is("grep")
                && !PrintsMore(search)
            )
            {
                context.Report(search, Message(ShellNodes.Show(search)));
            }
        }
    }

    private static bool CountsLinesAlone(ShellSimpleCommandSyntax counter) =>
        counter.HasOption('l', "--lines")
        && !counter.HasOption('c', "--bytes")
        && !counter.HasOption('w', "--words")
        && !counter.HasOption('m', "--chars")
        && !counter.HasOption('L', "--max-line-length");

    /// <summary>Whether the number of lines is another one than that of the lines that match.</summary>
    private static bool PrintsMore(ShellSimpleCommandSyntax search) =>
        search.HasOption('o', "--only-matching")
        || search.HasOption('r', "--recursive")
        || search.HasOption('R', "--dereference-recursive")
        || search.HasOption('l', "--files-with-matches")
        || search.HasOption('L', "--files-without-match")
        || search.HasOption('A', "--after-context")
        || search.HasOption('B', "--before-context");
}
