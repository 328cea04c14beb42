using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC1010: a reserved word where it is an argument.</summary>
[Rule("SC1010")]
internal sealed partial class KeywordAsArgument : ShellRule
{
    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        if (
            node.Parts.IsEmpty
            && node.End - node.Start <= 4
            && node.Parent is not (ShellForSyntax or ShellFunctionSyntax)
            && Find(node.AsSpan()) is { } keyword
            && ShellNodes.IsExpanded(node)
            && (context.IsExact || keyword != "do")
        )
        {
            context.Report(context.IsExact ? node.Text.Map(node.Start, node.Start) : node.Span, Message(keyword));
        }
    }

    private static string? Find(ReadOnlySpan<char> text) =>
        text switch
        {
            "do" => "do",
            "done" => "done",
            "then" => "then",
            "fi" => "fi",
            "esac" => "esac",
            _ => null,
        };
}
