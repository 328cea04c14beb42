using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes hadolint's text for terminals, one line a finding: <c>file:line CODE severity: message</c>, and
/// <c>file:line:column message</c> for what the parser refuses. Lines end in LF.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class HadolintTextReporter : IReporter
{
    private readonly TextWriter _writer;
    private readonly AnsiPalette _palette;

    /// <summary>Starts a report.</summary>
    /// <param name="writer">Where to write; stays open.</param>
    /// <param name="options">How it looks; plain unless set. Lines are never wrapped, since tools read them.</param>
    public HadolintTextReporter(TextWriter writer, TextOptions? options = null)
    {
        _writer = writer ?? throw new ArgumentNullException(nameof(writer));
        _palette = new AnsiPalette(options?.Color == true);
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            string place = string.Format(
                CultureInfo.InvariantCulture,
                "{0}:{1}",
                VisibleText.Escape(finding.Path),
                finding.Line
            );
            string line = finding.Source.Rule is { Kind: RuleKind.Parser, IsBuildError: true }
                ? string.Format(CultureInfo.InvariantCulture, "{0}:{1} {2}", place, finding.Column, finding.Message)
                : $"{place} {_palette.Strong(VisibleText.Escape(finding.Rule))} "
                    + $"{_palette.Paint(finding.Severity, finding.Severity.GetName())}: {finding.Message}";
            _writer.Write(VisibleText.EscapeLineStarts(line) + "\n");
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode) => _writer.Flush();
}
