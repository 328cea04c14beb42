using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine;

/// <summary>
/// Lints files in parallel and hands the results out in their order; with ShellCheck in batches, each of which costs
/// one process.
/// </summary>
/// <param name="linter">Lints one.</param>
/// <param name="shellCheck">Judges scripts, or <c>null</c>.</param>
internal sealed class FileLinter(InputLinter linter, ShellCheckRunner? shellCheck)
{
    private const int BatchSize = 64;

    /// <summary>Batches that one slow batch may hold up, per worker.</summary>
    private const int BatchWindow = 2;

    internal IEnumerable<LintedFile> LintAll(IEnumerable<InputFile> files, int jobs) =>
        shellCheck is null
            ? OrderedPipeline<InputFile, LintedFile>.Run(files, jobs, linter.Lint)
            : OrderedPipeline<InputFile[], LintedFile[]>
                .Run(files.Chunk(BatchSize), jobs, batch => Lint(batch, shellCheck), BatchWindow)
                .SelectMany(batch => batch);

    private LintedFile[] Lint(InputFile[] inputs, ShellCheckRunner runner)
    {
        StartedFile[] started = [.. inputs.Select(linter.Start)];
        ImmutableArray<ShellCheckScript>[] scripts = [.. started.Select(InputLinter.GetScripts)];
        ShellCheckVerdict[] verdicts = runner.Check(scripts);
        var linted = new LintedFile[inputs.Length];
        for (int i = 0; i < linted.Length; i++)
        {
            LintedFile file = InputLinter.Complete(started[i], verdicts[i].Report);
            Notification? problem = verdicts[i].Failure is { } failure
                ? ShellCheckNotifications.Incomplete(file.Result.Path, failure)
                : verdicts[i].Problem;
            linted[i] = problem is null ? file : file with { ToolProblem = problem };
        }

        return linted;
    }
}
