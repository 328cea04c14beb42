using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2086: a value that may be several words, or a pattern, is expanded without quotes.</summary>
[Rule("SC2086")]
internal sealed partial class UnquotedExpansion : ShellRule
{
    public override void VisitParameter(ShellParameterSyntax node, ShellRuleContext context)
    {
        // What the author wrote as a list is one, and an argument by itself may be meant to be one.
        if (IsSplit(node, context) && context.Values.Get(node) == ValueShape.Output && IsOneWordMeant(node))
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

    /// <summary>Whether the place has room for one word alone, or the value is a part of a word.</summary>
    private static bool IsOneWordMeant(ShellParameterSyntax node) =>
        node.Parent is ShellWordSyntax word
        && node.Name != "*"
        && (
            word.Parent is ShellRedirectionSyntax
            || word.Parts.Length > 1
            || (
                word.Parent is ShellSimpleCommandSyntax { Name: { } name }
                && (name.Is("[") || name.Is("test") || name.Is("cd"))
            )
        );

    /// <summary>The idiom <c>: ${x:=y}</c>, which throws the words away.</summary>
    private static bool IsDefaultAssignment(ShellParameterSyntax node) =>
        node.Operator is "=" or ":="
        && node.Parent?.Parent is ShellSimpleCommandSyntax { Name: { } name }
        && name.Is(":");
}
