using System.Globalization;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.Output;

/// <summary>Counts the findings of a run by rule.</summary>
internal sealed class RuleStatistics
{
    private readonly Dictionary<string, (Finding Example, Severity Worst, int Count, int Fixable)> _byRule = new(
        StringComparer.Ordinal
    );

    internal void Add(FileResult result)
    {
        foreach (Finding finding in result.Findings)
        {
            if (finding.IsCounted)
            {
                _byRule.TryGetValue(
                    finding.Rule.Id,
                    out (Finding Example, Severity Worst, int Count, int Fixable) known
                );
                Severity worst = known.Worst > finding.Severity ? known.Worst : finding.Severity;
                _byRule[finding.Rule.Id] = (
                    finding,
                    worst,
                    known.Count + 1,
                    known.Fixable + (finding.Fixability is null ? 0 : 1)
                );
            }
        }
    }

    /// <summary>Writes a line for each rule, the most frequent first.</summary>
    internal void Write(TextWriter writer)
    {
        var rows = _byRule
            .Values.OrderByDescending(row => row.Count)
            .ThenBy(row => row.Example.Rule.Id, StringComparer.Ordinal)
            .ToList();
        int countWidth = rows.Select(row => ToText(row.Count).Length).DefaultIfEmpty().Max();
        foreach ((Finding example, Severity worst, int count, int fixable) in rows)
        {
            string severity = worst.ToString().ToLowerInvariant();
            writer.WriteLine(
                $"{ToText(count).PadLeft(countWidth)}  {severity, -7}  {example.Rule.Id}  {example.Rule.Name}"
                    + (fixable == 0 ? "" : $" ({ToText(fixable)} fixable)")
            );
        }
    }

    private static string ToText(int number) => number.ToString(CultureInfo.InvariantCulture);
}
