using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes findings as workflow commands of GitHub Actions, which shows them as annotations of a run and at the changed
/// lines of a pull request. GitHub takes ten of each level a step, so the most severe come first; all stand in the log.
/// Lines end in LF.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class GitHubReporter : IReporter
{
    private readonly TextWriter _writer;

    /// <summary>The commands by severity, those of one severity in the order in which they came.</summary>
    private readonly List<string>[] _commands = new List<string>[(int)Severity.Error + 1];

    /// <summary>Starts a report.</summary>
    /// <param name="writer">Where to write; stays open.</param>
    public GitHubReporter(TextWriter writer)
    {
        _writer = writer ?? throw new ArgumentNullException(nameof(writer));
        for (int i = 0; i < _commands.Length; i++)
        {
            _commands[i] = [];
        }
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            StringBuilder command = Start(finding.Severity, finding.Path);
            AppendProperty(command, "line", finding.Line);
            AppendProperty(command, "endLine", finding.EndLine);
            if (finding.Line == finding.EndLine)
            {
                // GitHub refuses columns where the lines differ.
                AppendProperty(command, "col", finding.Column);
                AppendProperty(command, "endColumn", finding.EndColumn);
            }

            Add(command, finding.Severity, finding.Source.Rule, finding.FullText);
        }

        foreach (Notification notification in result.Notifications)
        {
            StringBuilder command = Start(notification.Severity, notification.Path ?? result.Path);
            if (notification.Location is { } location)
            {
                AppendProperty(command, "line", location.LineSpan.Start.Line + 1);
            }

            Add(command, notification.Severity, notification.Rule, MessageText.ToFullText(notification.Message));
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode)
    {
        if (totals is null)
        {
            throw new ArgumentNullException(nameof(totals));
        }

        for (int i = _commands.Length - 1; i >= 0; i--)
        {
            foreach (string command in _commands[i])
            {
                _writer.Write(command);
            }
        }

        _writer.Write(TotalsText.Create(totals) + "\n");
        _writer.Flush();
    }

    private static StringBuilder Start(Severity severity, string path)
    {
        string level = severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        return AppendProperty(new StringBuilder("::").Append(level).Append(' '), "file", path, isFirst: true);
    }

    private void Add(StringBuilder command, Severity severity, RuleDescriptor rule, string message)
    {
        AppendProperty(command, "title", $"{rule.Id} {rule.Name}");
        AppendEscaped(command.Append("::"), message, isProperty: false).Append('\n');
        _commands[(int)severity].Add(command.ToString());
    }

    private static void AppendProperty(StringBuilder command, string name, int value) =>
        command.Append(',').Append(name).Append('=').Append(value.ToString(CultureInfo.InvariantCulture));

    private static StringBuilder AppendProperty(StringBuilder command, string name, string value, bool isFirst = false)
    {
        command.Append(isFirst ? "" : ",").Append(name).Append('=');
        return AppendEscaped(command, VisibleText.Escape(value), isProperty: true);
    }

    /// <summary>Appends a text so that the runner reads it back as it is.</summary>
    private static StringBuilder AppendEscaped(StringBuilder command, string text, bool isProperty)
    {
        foreach (char c in text)
        {
            string? escaped = c switch
            {
                '%' => "%25",
                '\r' => "%0D",
                '\n' => "%0A",
                ':' when isProperty => "%3A",
                ',' when isProperty => "%2C",
                _ => null,
            };
            _ = escaped is null ? command.Append(c) : command.Append(escaped);
        }

        return command;
    }
}
