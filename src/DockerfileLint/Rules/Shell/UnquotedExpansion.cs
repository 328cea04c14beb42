using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2086: a value that may be several words, or a pattern, is expanded without quotes.</summary>
[Rule("SC2086")]
internal sealed partial class UnquotedExpansion : ShellRule
{
    public override void VisitParameter(ShellParameterSyntax node, ShellRuleContext context)
    {
        // What the author wrote as a list is one; what the environment gives is a word or meant to be a list.
        if (IsSplit(node, context) && context.Values.Get(node) == ValueShape.Output && !IsArguments(node))
        {
            context.Report(node, Message(node.ToString()));
        }
    }

    /// <summary>Whether a shell splits what an expansion gives, and nothing says that it is meant to.</summary>
    internal static bool IsSplit(ShellParameterSyntax node, ShellRuleContext context) =>
        ShellWords.IsSplit(node, context.Dialect)
        && !ShellWords.IsCommandName(node)
        && !node.IsLength
        && node.Operator is not ("+" or ":+")
        && !IsAllElements(node)
        && !IsDefaultAssignment(node);

    private static bool IsAllElements(ShellParameterSyntax node) =>
        node.Name == "@" || node.AsSpan().IndexOf("[@]".AsSpan()) >= 0;

    private static bool IsArguments(ShellParameterSyntax node) => node.Name == "*";

    /// <summary>The idiom <c>: ${x:=y}</c>, which throws the words away.</summary>
    private static bool IsDefaultAssignment(ShellParameterSyntax node) =>
        node.Operator is "=" or ":="
        && node.Parent?.Parent is ShellSimpleCommandSyntax { Name: { } name }
        && name.Is(":");
}
