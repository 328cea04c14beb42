using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Diagnostics;

/// <summary>Text edits that mend a finding. Immutable.</summary>
public sealed class CodeFix
{
    internal CodeFix(string title, FixApplicability applicability, ImmutableArray<TextEdit> edits)
    {
        Title = title;
        Applicability = applicability;
        Edits = edits;
    }

    /// <summary>What it does, one sentence.</summary>
    public string Title { get; }

    /// <summary>How far it can be trusted.</summary>
    public FixApplicability Applicability { get; }

    /// <summary>What an unsafe fix may change, one sentence; <c>null</c> for any other.</summary>
    public string? Effect { get; internal init; }

    /// <summary>The edits of the finding's file in text order, at least one. They are applied together.</summary>
    public ImmutableArray<TextEdit> Edits { get; }

    /// <summary>How many places of the finding it mends.</summary>
    internal int Places { get; init; } = 1;

    /// <summary>How the meaning of the file changes, all else being the same.</summary>
    internal ImmutableArray<IntendedChange> Changes { get; init; } = [];

    /// <summary>The instructions of a Dockerfile whose meaning changes in a way that is not compared.</summary>
    internal ImmutableArray<InstructionRewrite> Rewrites { get; init; } = [];

    /// <summary>The keys that a Compose file gets, each as the keys that lead to it with dots between them.</summary>
    internal ImmutableArray<string> AddedKeys { get; init; } = [];
}

/// <summary>Words of an instruction that a fix takes away and puts in.</summary>
/// <param name="Position">Offset in the instruction, before the fix.</param>
/// <param name="Removed">The words that go.</param>
/// <param name="Added">The words that come.</param>
internal sealed record IntendedChange(int Position, ImmutableArray<string> Removed, ImmutableArray<string> Added);

/// <summary>Instructions that a fix writes anew, whatever they mean before and after.</summary>
/// <param name="Position">Offset in the first one, before the fix.</param>
/// <param name="Before">The number of instructions before the fix, 1 or more.</param>
/// <param name="After">The number of instructions that they become.</param>
internal sealed record InstructionRewrite(int Position, int Before, int After);
