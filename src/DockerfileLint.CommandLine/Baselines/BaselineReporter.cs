using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Baselines;

/// <summary>
/// Writes the findings of a run as a baseline, sorted by path, rule and fingerprint, so that two baselines can be
/// compared line by line.
/// </summary>
internal sealed class BaselineReporter(TextWriter writer) : IReporter
{
    private readonly SortedDictionary<string, SortedSet<string>> _lines = new(StringComparer.Ordinal);

    public void Write(FileResult result)
    {
        foreach (Finding finding in result.Findings)
        {
            if (finding.Suppression is not null)
            {
                continue;
            }

            var entry = BaselineEntry.Create(finding);
            if (!_lines.TryGetValue(entry.Path, out SortedSet<string>? lines))
            {
                _lines.Add(entry.Path, lines = new SortedSet<string>(StringComparer.Ordinal));
            }

            lines.Add($"{entry.Rule} {entry.Fingerprint} {VisibleText.Escape(finding.Message.ToString())}");
        }
    }

    public void Complete(LintTotals totals, int exitCode)
    {
        writer.WriteLine($"{Baseline.Header}: findings that do not fail a run with --baseline.");
        writer.WriteLine("# Remove what you mend; --write-baseline writes the file anew.");
        foreach ((string path, SortedSet<string> lines) in _lines)
        {
            writer.WriteLine();
            writer.WriteLine(path);
            foreach (string line in lines)
            {
                writer.WriteLine(Baseline.Indent + line);
            }
        }

        writer.Flush();
    }
}
