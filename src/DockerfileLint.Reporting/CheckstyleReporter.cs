using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes Checkstyle's XML, version 4.3: a <c>file</c> element for each file and an <c>error</c> for each finding.
/// Columns are 1-based. What could not be analysed is an error without a line.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class CheckstyleReporter : IReporter
{
    private readonly XmlReport _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    public CheckstyleReporter(Stream stream)
    {
        _writer = new XmlReport(stream);
        _writer.WriteStartElement("checkstyle");
        _writer.WriteText("version", "4.3");
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        IEnumerable<ReportedFinding> findings = ReportedFinding.GetAll(result);
        _writer.WriteStartElement("file");
        _writer.WriteText("name", result.Path);
        foreach (ReportedFinding finding in findings)
        {
            _writer.WriteStartElement("error");
            _writer.WriteNumber("line", finding.Line);
            _writer.WriteNumber("column", finding.Column);
            WriteDetails(finding.Severity, finding.FullText, finding.Rule);
        }

        foreach (Notification notification in result.Notifications)
        {
            _writer.WriteStartElement("error");
            WriteDetails(notification.Severity, MessageText.ToFullText(notification.Message), notification.Rule.Id);
        }

        _writer.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode) => _writer.Complete();

    private void WriteDetails(Severity severity, string message, string rule)
    {
        // Checkstyle knows no style; readers drop what they do not know.
        _writer.WriteText("severity", (severity == Severity.Style ? Severity.Info : severity).GetName());
        _writer.WriteText("message", message);
        _writer.WriteText("source", rule);
        _writer.WriteEndElement();
    }
}
