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

    /// <summary>The edits of the finding's file in text order, at least one. They are applied together.</summary>
    public ImmutableArray<TextEdit> Edits { get; }

    /// <summary>How many places of the finding it mends.</summary>
    internal int Places { get; init; } = 1;

    /// <summary>
    /// How the meaning of the file changes, all else being the same; <c>default</c> where that is not compared.
    /// </summary>
    internal ImmutableArray<IntendedChange> Changes { get; init; }
}

/// <summary>Words of an instruction that a fix takes away and puts in.</summary>
/// <param name="Position">Offset in the instruction, before the fix.</param>
/// <param name="Removed">The words that go.</param>
/// <param name="Added">The words that come.</param>
internal sealed record IntendedChange(int Position, ImmutableArray<string> Removed, ImmutableArray<string> Added);
