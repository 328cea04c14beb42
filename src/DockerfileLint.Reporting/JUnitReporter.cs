using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>How a report for JUnit's readers looks.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed record JUnitOptions
{
    /// <summary>
    /// The tool that the ids of suites and tests name, such as <c>hadolint.rule.DL3008</c>; <c>null</c> for no ids.
    /// </summary>
    public string? ToolId { get; init; }
}

/// <summary>
/// Writes JUnit's XML: each file is a suite, each finding a test that failed. A file without findings is a test that
/// passed, what could not be analysed one with an error.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class JUnitReporter : IReporter
{
    private readonly XmlReport _writer;
    private readonly string? _toolId;

    /// <summary>Starts a report.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="options">How it looks.</param>
    public JUnitReporter(Stream stream, JUnitOptions? options = null)
    {
        _toolId = options?.ToolId;
        _writer = new XmlReport(stream);
        _writer.WriteStartElement("testsuites");
        _writer.WriteText("name", "dockerfile-lint");
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        ReportedFinding[] findings = [.. ReportedFinding.GetAll(result)];
        Notification[] failures =
        [
            .. result.Notifications.Where(notification => notification.Severity == Severity.Error),
        ];
        _writer.WriteStartElement("testsuite");
        WriteId(_toolId);
        _writer.WriteText("name", result.Path);
        _writer.WriteNumber("tests", Math.Max(1, findings.Length + failures.Length));
        _writer.WriteNumber("failures", findings.Length);
        _writer.WriteNumber("errors", failures.Length);
        foreach (ReportedFinding finding in findings)
        {
            string place = string.Format(CultureInfo.InvariantCulture, "{0}:{1}", finding.Line, finding.Column);
            WriteStart(result.Path, $"{finding.Rule} at {place}", $"{_toolId}.rule.{finding.Rule}");
            _writer.WriteNumber("line", finding.Line);
            _writer.WriteStartElement("failure");
            WriteId(finding.Rule);
            _writer.WriteText("type", finding.Severity.GetName());
            _writer.WriteText("message", finding.Message);
            _writer.WriteString(
                $"{finding.Path}:{place} {finding.Severity.GetName()} {finding.Rule} "
                    + $"{finding.Source.Rule.Name}: {finding.FullText}"
            );
            _writer.WriteEndElement();
            _writer.WriteEndElement();
        }

        foreach (Notification failure in failures)
        {
            WriteStart(result.Path, failure.Rule.Id, $"{_toolId}.error");
            _writer.WriteStartElement("error");
            _writer.WriteText("type", failure.Severity.GetName());
            _writer.WriteText("message", MessageText.ToFullText(failure.Message));
            _writer.WriteEndElement();
            _writer.WriteEndElement();
        }

        if (findings.Length + failures.Length == 0)
        {
            WriteStart(result.Path, "no findings", _toolId);
            _writer.WriteEndElement();
        }

        _writer.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode) => _writer.Complete();

    private void WriteStart(string path, string name, string? id)
    {
        _writer.WriteStartElement("testcase");
        WriteId(id);
        _writer.WriteText("classname", path);
        _writer.WriteText("name", name);
        _writer.WriteText("file", path);
    }

    private void WriteId(string? id)
    {
        if (_toolId is not null && id is not null)
        {
            _writer.WriteText("id", id);
        }
    }
}
