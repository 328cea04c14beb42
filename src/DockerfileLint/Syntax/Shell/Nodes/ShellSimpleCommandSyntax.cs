using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// A command name with its arguments, and the assignments in front of it; or assignments or redirections alone.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellSimpleCommandSyntax : ShellCommandSyntax
{
    internal ShellSimpleCommandSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellAssignmentSyntax> assignments,
        ImmutableArray<ShellWordSyntax> words,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        Assignments = assignments;
        Words = words;
        Adopt(assignments);
        Adopt(words);
    }

    /// <summary>The assignments in front of the name.</summary>
    public ImmutableArray<ShellAssignmentSyntax> Assignments { get; }

    /// <summary>The name and the arguments; empty where there are only assignments or redirections.</summary>
    public ImmutableArray<ShellWordSyntax> Words { get; }

    /// <summary>The first word, or <c>null</c>.</summary>
    public ShellWordSyntax? Name => Words.IsEmpty ? null : Words[0];

    internal override void AddChildNodes(List<ShellSyntaxNode> children)
    {
        // Redirections may stand anywhere between the others.
        int redirection = 0;
        foreach (ShellAssignmentSyntax assignment in Assignments)
        {
            AddRedirections(children, ref redirection, assignment.Start);
            children.Add(assignment);
        }

        foreach (ShellWordSyntax word in Words)
        {
            AddRedirections(children, ref redirection, word.Start);
            children.Add(word);
        }

        AddRedirections(children, ref redirection, int.MaxValue);
    }

    private void AddRedirections(List<ShellSyntaxNode> children, ref int index, int before)
    {
        while (index < Redirections.Length && Redirections[index].Start < before)
        {
            children.Add(Redirections[index++]);
        }
    }
}
