using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>The command <c>(( … ))</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellArithmeticSyntax : ShellCommandSyntax
{
    internal ShellArithmeticSyntax(
        ShellText text,
        int start,
        int end,
        ShellArithmeticExpansionSyntax expression,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        Expression = expression;
        Adopt(expression);
    }

    /// <summary>The expression with its parentheses.</summary>
    public ShellArithmeticExpansionSyntax Expression { get; }

    internal override void AddChildNodes(List<ShellSyntaxNode> children)
    {
        children.Add(Expression);
        Add(children, Redirections);
    }
}
