using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Audits;

/// <summary>The audits of a run, with all that was found. Immutable.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class AuditResult
{
    private AuditResult(ImmutableArray<ProjectAudit> projects, ImmutableArray<FileResult> files)
    {
        Projects = projects;
        Files = files;
        Totals = new LintTotals();
        foreach (FileResult file in files)
        {
            Totals.Add(file);
        }
    }

    /// <summary>
    /// The Compose projects, and the Dockerfiles that none of their services is built from, by path.
    /// </summary>
    public ImmutableArray<ProjectAudit> Projects { get; }

    /// <summary>The linted files in ordinal order of their paths.</summary>
    public ImmutableArray<FileResult> Files { get; }

    /// <summary>Counts over the files.</summary>
    public LintTotals Totals { get; }

    /// <summary>
    /// The lowest index of a service or image, each end for itself, or <c>null</c> where there is none.
    /// </summary>
    public HardeningIndex? Lowest
    {
        get
        {
            HardeningIndex? lowest = null;
            foreach (ProjectAudit project in Projects)
            {
                foreach (ServiceAudit service in project.Services)
                {
                    HardeningIndex index = service.Index;
                    lowest = lowest is { } known
                        ? new HardeningIndex(Math.Min(known.Lower, index.Lower), Math.Min(known.Upper, index.Upper))
                        : index;
                }
            }

            return lowest;
        }
    }

    /// <summary>Makes the result of a run.</summary>
    /// <param name="audits">What each file gave by itself, in any order.</param>
    /// <param name="files">The linted files in ordinal order of their paths.</param>
    internal static AuditResult Create(IEnumerable<ProjectAudit> audits, ImmutableArray<FileResult> files)
    {
        ILookup<string, Finding> findings = files
            .SelectMany(file => file.Findings)
            .ToLookup(finding => finding.Location.File.Path, StringComparer.Ordinal);
        return new AuditResult([.. ProjectAuditor.Select(audits).Select(audit => audit.With(findings))], files);
    }
}
