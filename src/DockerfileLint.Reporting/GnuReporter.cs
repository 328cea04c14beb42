using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes findings as GNU tools do and hadolint did, one a line: <c>hadolint:file:line: CODE severity: message</c>. The
/// GNU form with the name of the program has no column. Lines end in LF.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class GnuReporter : IReporter
{
    private readonly TextWriter _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="writer">Where to write; stays open.</param>
    public GnuReporter(TextWriter writer)
    {
        _writer = writer ?? throw new ArgumentNullException(nameof(writer));
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            _writer.Write(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "hadolint:{0}:{1}: {2} {3}: {4}\n",
                    VisibleText.Escape(finding.Path),
                    finding.Line,
                    VisibleText.Escape(finding.Rule),
                    finding.Severity.GetName(),
                    finding.Message
                )
            );
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode) => _writer.Flush();
}
