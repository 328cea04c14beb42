using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Audits;

namespace DockerfileLint.CommandLine;

/// <summary>Takes what the files of a run give, and makes its audit when all have come.</summary>
internal sealed class AuditCollector
{
    private readonly List<ProjectAudit> _audits = [];
    private readonly List<FileResult> _files = [];
    private AuditResult? _result;

    /// <summary>The audit of the run.</summary>
    /// <exception cref="InvalidOperationException">Not all files have come.</exception>
    internal AuditResult Result =>
        _result ?? throw new InvalidOperationException("The audit is made when all files have come.");

    internal void Add(ProjectAudit? audit, FileResult file)
    {
        if (audit is not null)
        {
            _audits.Add(audit);
        }

        _files.Add(file);
    }

    internal AuditResult Complete()
    {
        ImmutableArray<FileResult> files = [.. _files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        return _result = AuditResult.Create(_audits, files);
    }
}
