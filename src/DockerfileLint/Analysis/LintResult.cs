using System.Collections.Immutable;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis;

/// <summary>What is known about a project after the analysis.</summary>
public sealed class LintResult
{
    internal LintResult(ImmutableArray<FileResult> files)
    {
        Files = files;
        Totals = new LintTotals();
        foreach (FileResult file in files)
        {
            Totals.Add(file);
        }
    }

    /// <summary>The files in ordinal order of their paths.</summary>
    public ImmutableArray<FileResult> Files { get; }

    /// <summary>Counts over the files.</summary>
    public LintTotals Totals { get; }

    /// <summary>The findings of all files, suppressed ones included: by path, then by place.</summary>
    public IEnumerable<Finding> Findings => Files.SelectMany(file => file.Findings);
}
