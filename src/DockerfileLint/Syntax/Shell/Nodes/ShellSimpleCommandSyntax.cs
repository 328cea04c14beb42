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

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellSimpleCommand;

    /// <summary>The assignments in front of the name.</summary>
    public ImmutableArray<ShellAssignmentSyntax> Assignments { get; }

    /// <summary>The name and the arguments; empty where there are only assignments or redirections.</summary>
    public ImmutableArray<ShellWordSyntax> Words { get; }

    /// <summary>The first word, or <c>null</c>.</summary>
    public ShellWordSyntax? Name => Words.IsEmpty ? null : Words[0];

    internal override int SlotCount => AreRedirectionsLast ? 3 : ChildCount;

    internal override ChildSlot GetSlot(int index) =>
        !AreRedirectionsLast
            ? GetChild(index)
            : index switch
            {
                0 => ChildSlot.Of(Assignments),
                1 => ChildSlot.Of(Words),
                _ => ChildSlot.Of(Redirections),
            };

    internal override int ChildCount => ElementCount + Redirections.Length;

    /// <summary>Redirections may stand anywhere between assignments and words.</summary>
    internal override SyntaxNode GetChild(int index)
    {
        int low = 0;
        int high = Redirections.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (middle + CountElementsBefore(Redirections[middle].Start) < index)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        bool isRedirection = low < Redirections.Length && low + CountElementsBefore(Redirections[low].Start) == index;
        return isRedirection ? Redirections[low] : GetElement(index - low);
    }

    private bool AreRedirectionsLast =>
        Redirections.IsEmpty || ElementCount == 0 || GetElement(ElementCount - 1).Start < Redirections[0].Start;

    /// <summary>Number of assignments and words.</summary>
    private int ElementCount => Assignments.Length + Words.Length;

    private ShellSyntaxNode GetElement(int index) =>
        index < Assignments.Length ? Assignments[index] : Words[index - Assignments.Length];

    private int CountElementsBefore(int position)
    {
        int low = 0;
        int high = ElementCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (GetElement(middle).Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
