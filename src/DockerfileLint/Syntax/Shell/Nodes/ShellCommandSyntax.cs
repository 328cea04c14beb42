using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>A simple command, a compound command or a function definition.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ShellCommandSyntax : ShellSyntaxNode
{
    private protected ShellCommandSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end)
    {
        Redirections = redirections;
        Adopt(redirections);
    }

    /// <summary>The redirections in order.</summary>
    public ImmutableArray<ShellRedirectionSyntax> Redirections { get; }

    /// <summary>The pipeline that the command is a direct part of; <c>null</c> for the body of a function.</summary>
    public ShellPipelineSyntax? Pipeline => Parent as ShellPipelineSyntax;

    /// <summary>0-based place in <see cref="Pipeline"/>.</summary>
    public int PipelineIndex => Pipeline?.Commands.IndexOf(this) ?? 0;

    /// <summary>Whether the command stands in a command or process substitution of its script.</summary>
    public bool IsInSubstitution =>
        HasAncestor<ShellCommandSubstitutionSyntax>() || HasAncestor<ShellProcessSubstitutionSyntax>();

    /// <summary>Whether the command stands in a function of its script.</summary>
    public bool IsInFunction => HasAncestor<ShellFunctionSyntax>();

    private bool HasAncestor<T>()
    {
        for (SyntaxNode? node = Parent; node is not (null or ShellScriptSyntax); node = node.Parent)
        {
            if (node is T)
            {
                return true;
            }
        }

        return false;
    }
}
