using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Output;

/// <summary>A report of an audit, which is written when all files have come.</summary>
/// <param name="audits">Has the audit by then.</param>
/// <param name="write">Writes the audit; gets the exit code as well.</param>
internal sealed class AuditReporter(AuditCollector audits, Action<AuditResult, int> write) : IReporter
{
    public void Write(FileResult result)
    {
        // The collector keeps it.
    }

    public void Complete(LintTotals totals, int exitCode) => write(audits.Result, exitCode);
}
