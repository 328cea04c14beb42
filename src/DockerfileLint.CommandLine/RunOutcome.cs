using System.Globalization;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Baselines;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine;

/// <summary>What the files of a run come to, taken in path order.</summary>
/// <param name="baseline">The findings that do not count, or <c>null</c> where all do.</param>
internal sealed class RunOutcome(Baseline? baseline = null)
{
    private readonly HashSet<object> _told = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Notification> _toldProblems = new(ReferenceEqualityComparer.Instance);

    // Whether it was said that no further findings are reported.
    private bool _isFull;

    internal LintTotals Totals { get; } = new();

    /// <summary>Whether a file was not linted because of its configuration.</summary>
    internal bool IsConfigurationWrong { get; private set; }

    /// <summary>Whether a finding weighs enough to make the run fail.</summary>
    internal bool Fails { get; private set; }

    /// <summary>Takes a file.</summary>
    /// <returns>
    /// Its result; with the first file of a configuration, or of those for another program, comes what is wrong with
    /// that.
    /// </returns>
    internal FileResult Add(LintedFile file)
    {
        FileResult result = baseline is null ? file.Result : baseline.Compare(file.Result);
        if (file.Configuration.Hadolint is { Problems.IsEmpty: false } hadolint && _told.Add(hadolint))
        {
            result = result.WithNotifications(hadolint.Problems);
        }

        if (file.Configuration.Own?.File is { Problems.IsEmpty: false } own && _told.Add(own))
        {
            result = result.WithNotifications(own.Problems);
        }

        if (file.ToolProblem is { } problem && _toldProblems.Add(problem))
        {
            result = result.WithNotifications([problem]);
        }

        bool isFull = Totals.Findings + Totals.Suppressed >= AnalysisBudget.MaxRunFindings;
        if (isFull && !result.Findings.IsEmpty)
        {
            result = WithoutFindings(result);
        }

        Totals.Add(result);
        IsConfigurationWrong |= file.IsConfigurationWrong;
        Fails |= file.Settings?.Fails(result) == true;
        return result;
    }

    /// <summary>A result whose findings nobody can read any more; it is said once.</summary>
    private FileResult WithoutFindings(FileResult result)
    {
        FileResult without = result.WithFindings([]);
        if (_isFull)
        {
            return without;
        }

        _isFull = true;
        return without.WithNotifications([
            new Notification(
                RuleDescriptors.LimitReached,
                LimitReachedMessages.Run(
                    result.Path,
                    AnalysisBudget.MaxRunFindings.ToString(CultureInfo.InvariantCulture)
                ),
                result.Path,
                Location: null
            ),
        ]);
    }

    /// <summary>The exit code of <c>lint</c>.</summary>
    internal int GetExitCode() =>
        IsConfigurationWrong ? ExitCodes.Usage
        : Totals.Failures > 0 ? ExitCodes.Incomplete
        : Fails ? ExitCodes.Findings
        : ExitCodes.Clean;
}
