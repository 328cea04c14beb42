using System.Globalization;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.Files;
using DockerfileLint.Reporting;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Fixing;

/// <summary>
/// The files that a run mends: shown as differences, or written once all are linted, since one file may be read on
/// behalf of another.
/// </summary>
/// <param name="settings">What the run was asked for.</param>
/// <param name="environment">Where the output goes.</param>
/// <param name="root">Absolute path of the folder that paths are relative to.</param>
/// <param name="isColored">Whether differences are coloured.</param>
internal sealed class FixedFiles(FixSettings settings, CommandLineEnvironment environment, string root, bool isColored)
{
    /// <summary>Fixes that were refused and are named; of those beyond the number is told.</summary>
    private const int MaxShownRefusals = 20;

    private readonly List<FixResult> _pending = [];
    private readonly List<string> _refusals = [];
    private int _fixed;
    private int _files;
    private int _unwritten;

    /// <summary>Findings that were mended in files that could not be written.</summary>
    private int _lost;

    /// <summary>Whether a file changes.</summary>
    internal bool IsAny => _files > 0;

    /// <summary>Whether a file that was mended could not be written.</summary>
    internal bool IsUnwritten => _unwritten > 0;

    /// <summary>Takes a file.</summary>
    /// <param name="result">The file with its fixes.</param>
    /// <param name="isStream">Whether it came in on standard input, so that it goes out on standard output.</param>
    internal void Add(FixResult result, bool isStream)
    {
        foreach (RefusedFix refused in result.Refused)
        {
            _refusals.Add(
                $"{refused.Finding.Location}: {refused.Finding.Rule.Id} is not {settings.Done}: {refused.Reason}."
            );
        }

        _fixed += result.Fixed.Length;
        _files += result.HasChanged ? 1 : 0;
        if (result is not { Before: { } before, After: { } after })
        {
            return;
        }

        if (settings.ShowsDiff)
        {
            if (result.HasChanged)
            {
                Show(before, after);
            }
        }
        else if (isStream)
        {
            environment.StandardOutput.Write(after.Text.GetBytes());
            environment.StandardOutput.Flush();
        }
        else if (result.HasChanged)
        {
            _pending.Add(result);
        }
    }

    /// <summary>Writes the files.</summary>
    internal void Write(CancellationToken cancellation)
    {
        foreach (FixResult result in _pending)
        {
            cancellation.ThrowIfCancellationRequested();
            SourceFile after = result.After!;
            if (FindObstacle(after.Path, result.Before!.Text, after.Text) is { } obstacle)
            {
                _unwritten++;
                _fixed -= result.Fixed.Length;
                _lost += result.Fixed.Length;
                environment.Error.WriteLine(
                    VisibleText.EscapeLineStart($"error: {after.Path} is not written: {obstacle}.")
                );
            }
        }
    }

    /// <summary>Says what was done.</summary>
    /// <param name="left">Number of findings that remain.</param>
    internal void WriteSummary(int left)
    {
        foreach (string refusal in _refusals.Take(MaxShownRefusals))
        {
            environment.Error.WriteLine(VisibleText.EscapeLineStart("note: " + refusal));
        }

        if (_refusals.Count > MaxShownRefusals)
        {
            environment.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"note: {_refusals.Count - MaxShownRefusals} more fixes are refused."
                )
            );
        }

        environment.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(settings.ShowsDiff ? settings.Conditional : settings.Done)} {Count(_fixed, "finding")} in "
                    + $"{Count(_files - _unwritten, "file")}; {left + _lost} left, {_refusals.Count} refused"
                    + $"{(_unwritten == 0 ? "" : $", {Count(_unwritten, "file")} not written")}"
            )
        );
    }

    /// <summary>Writes a file in one go, unless it is not the one any more that was read.</summary>
    /// <returns>Why it is not written, or <c>null</c>.</returns>
    private string? FindObstacle(string path, SourceText before, SourceText after)
    {
        string fullPath = Path.Combine(root, path);
        try
        {
            if (new FileInfo(fullPath).LinkTarget is not null)
            {
                return "it is a link";
            }

            if (!File.ReadAllBytes(fullPath).AsSpan().SequenceEqual(before.GetBytes()))
            {
                return "it has changed since it was read";
            }

            using var file = OutputFile.Create(OutputFile.GetTarget(fullPath));
            file.Stream.Write(after.GetBytes());
            file.Commit();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileReader.Explain(exception).Phrase;
        }
    }

    private void Show(SourceFile before, SourceFile after)
    {
        using StreamWriter writer = CommandLineEnvironment.CreateWriter(
            LogSafeStream.For(OutputRequest.Text, environment.StandardOutput)
        );
        string path = VisibleText.Escape(before.Path);
        WriteLine(writer, "1", $"--- a/{path}");
        WriteLine(writer, "1", $"+++ b/{path}");
        foreach (string line in UnifiedDiffWriter.Create(before.Text.ToString(), after.Text.ToString()))
        {
            WriteLine(
                writer,
                line[0] switch
                {
                    '+' => "32",
                    '-' => "31",
                    '@' => "36",
                    _ => null,
                },
                environment.IsTerminal ? VisibleText.Escape(line) : line
            );
        }
    }

    private void WriteLine(StreamWriter writer, string? code, string line) =>
        writer.Write(isColored && code is not null ? $"\u001B[{code}m{line}\u001B[0m\n" : line + "\n");

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
