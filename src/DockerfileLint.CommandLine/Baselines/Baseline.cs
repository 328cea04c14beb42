using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;
using DockerfileLint.Reporting;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Baselines;

/// <summary>
/// Findings that are known and do not count: a text with a line for each path and below it one for each finding. A
/// finding is told by its fingerprint, so that it stays known while the lines around it move.
/// </summary>
internal sealed class Baseline
{
    internal const string Header = "# dockerfile-lint baseline, format 1";
    internal const string Indent = "  ";

    private const int FingerprintLength = 16;

    // The message of each entry, and whether it was seen in this run.
    private readonly Dictionary<BaselineEntry, (string Message, bool IsSeen)> _entries = [];

    private Baseline() { }

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The file as it was given.</param>
    /// <param name="workingDirectory">Absolute path of the folder that it is relative to.</param>
    /// <exception cref="UsageException">It cannot be read, or is no baseline.</exception>
    internal static Baseline Read(string path, string workingDirectory)
    {
        ReadOutcome outcome = FileReader.Read(Path.GetFullPath(path, workingDirectory));
        if (outcome.Text is not { } text)
        {
            throw new UsageException(
                outcome.Reason == UnreadableReason.NotFound
                    ? $"--baseline '{path}' does not exist; --write-baseline makes one."
                    : $"--baseline '{path}' cannot be read."
            );
        }

        var baseline = new Baseline();
        string file = "";
        for (int line = 0; line < text.LineCount; line++)
        {
            string content = text.ToString(text.GetLineSpan(line)).TrimEnd();
            if (line == 0 && !content.StartsWith(Header, StringComparison.Ordinal))
            {
                throw Malformed(path, line, $"the first line must start with '{Header}'");
            }

            if (content.Length == 0 || content[0] == '#')
            {
                continue;
            }

            if (!content.StartsWith(Indent, StringComparison.Ordinal))
            {
                file = content;
                continue;
            }

            string[] parts = content.Trim().Split(' ', 3);
            if (file.Length == 0 || parts.Length < 2 || parts[1].Length != FingerprintLength)
            {
                throw Malformed(path, line, "below a path it must be a rule, a fingerprint and a message");
            }

            baseline._entries[new BaselineEntry(file, parts[0], parts[1])] = (parts.Length > 2 ? parts[2] : "", false);
        }

        return baseline;
    }

    /// <summary>The path of a file as a baseline has it: one line that cannot be taken for anything else.</summary>
    internal static string GetShownPath(string path)
    {
        string shown = VisibleText.Escape(path);
        return shown.Length > 0 && shown[0] is '#' or ' ' ? "./" + shown : shown;
    }

    /// <summary>The result with its findings compared. Those that comments suppress are left alone.</summary>
    internal FileResult Compare(FileResult result) =>
        result.WithFindings([
            .. result.Findings.Select(finding =>
                finding.Suppression is not null ? finding
                : Take(finding) ? finding.WithBaseline(BaselineState.Unchanged)
                : finding.WithBaseline(BaselineState.New)
            ),
        ]);

    /// <summary>The entries that this run would have found and did not, in the order of the file.</summary>
    /// <param name="isJudged">Whether a path, as baselines have it, was linted or is gone.</param>
    internal IEnumerable<(BaselineEntry Entry, string Message)> FindOver(Func<string, bool> isJudged) =>
        _entries
            .Where(entry => !entry.Value.IsSeen && isJudged(entry.Key.Path))
            .Select(entry => (entry.Key, entry.Value.Message));

    private bool Take(Finding finding)
    {
        var entry = BaselineEntry.Create(finding);
        if (!_entries.TryGetValue(entry, out (string Message, bool IsSeen) known))
        {
            return false;
        }

        _entries[entry] = known with { IsSeen = true };
        return true;
    }

    private static UsageException Malformed(string path, int line, string problem) =>
        new($"--baseline '{path}', line {line + 1}: {problem}.");
}

/// <summary>A finding in a baseline.</summary>
/// <param name="Path">The path of the file, as <see cref="Baseline.GetShownPath"/> has it.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Fingerprint">What tells the finding from others.</param>
internal readonly record struct BaselineEntry(string Path, string Rule, string Fingerprint)
{
    internal static BaselineEntry Create(Finding finding) =>
        new(Baseline.GetShownPath(finding.Location.File.Path), finding.Rule.Id, finding.Fingerprint);
}
