using System.Collections.Immutable;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>A file after its fixes. Immutable.</summary>
public sealed class FixResult
{
    internal FixResult(Project project, SourceFile? before, SourceFile? after, FileAnalysis analysis, FileResult result)
    {
        Project = project;
        Before = before;
        After = after;
        Analysis = analysis;
        Result = result;
    }

    /// <summary>The snapshot with the mended text; the one that was given where nothing changed.</summary>
    public Project Project { get; }

    /// <summary>The file before; <c>null</c> where it could not be read.</summary>
    public SourceFile? Before { get; }

    /// <summary>The file with its fixes: the same object as <see cref="Before"/> where nothing changed.</summary>
    public SourceFile? After { get; }

    /// <summary>Whether the text changed.</summary>
    public bool HasChanged => !ReferenceEquals(Before, After);

    /// <summary>The findings that were mended, in the order in which they were.</summary>
    public ImmutableArray<AppliedFix> Fixed { get; internal init; } = [];

    /// <summary>The fixes that were dropped, since what they promise could not be proven.</summary>
    public ImmutableArray<RefusedFix> Refused { get; internal init; } = [];

    /// <summary>What is left.</summary>
    public FileResult Result { get; }

    /// <summary>The file as far as the rules go, with its fixes.</summary>
    internal FileAnalysis Analysis { get; }
}

/// <summary>A fix that was applied.</summary>
/// <param name="Finding">What it mended, as it was found in the text at that time.</param>
/// <param name="Fix">The fix.</param>
public sealed record AppliedFix(Finding Finding, CodeFix Fix);

/// <summary>A fix that was dropped.</summary>
/// <param name="Finding">What it was to mend.</param>
/// <param name="Fix">The fix.</param>
/// <param name="Reason">Why, a phrase such as <c>DL1000 would be reported</c>.</param>
public sealed record RefusedFix(Finding Finding, CodeFix Fix, string Reason);
