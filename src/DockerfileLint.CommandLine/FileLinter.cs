using DockerfileLint.Analysis;
using DockerfileLint.Analysis.External;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Files;

namespace DockerfileLint.CommandLine;

/// <summary>
/// Lints files in parallel and hands the results out in their order; with ShellCheck in batches, each of which costs
/// one process.
/// </summary>
/// <param name="linter">Lints one.</param>
/// <param name="shellCheck">Judges scripts, or <c>null</c>.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class FileLinter(InputLinter linter, ShellCheckRunner? shellCheck, CancellationToken cancellation)
{
    private const int BatchSize = 64;

    /// <summary>Batches that one slow batch may hold up, per worker.</summary>
    private const int BatchWindow = 2;

    internal IEnumerable<LintedFile> LintAll(IEnumerable<InputFile> files, int jobs) =>
        shellCheck is null
            ? OrderedPipeline<InputFile, LintedFile>.Run(files, jobs, input => linter.Lint(input, cancellation))
            : OrderedPipeline<InputFile[], LintedFile[]>
                .Run(files.Chunk(BatchSize), jobs, batch => Lint(batch, shellCheck), BatchWindow)
                .SelectMany(batch => batch);

    private LintedFile[] Lint(InputFile[] inputs, ShellCheckRunner runner)
    {
        StartedFile[] started = [.. inputs.Select(input => linter.Start(input, findsScripts: true, cancellation))];
        var reports = new Queue<ExternalReport>(
            runner.Analyze([.. started.Select(file => file.Analysis).OfType<FileAnalysis>()], cancellation)
        );
        var linted = new LintedFile[inputs.Length];
        for (int i = 0; i < linted.Length; i++)
        {
            ExternalReport report = started[i].Analysis is null ? ExternalReport.None : reports.Dequeue();

            // What concerns the run as a whole is told once, which is known where the results come together.
            linted[i] = linter.Complete(inputs[i], started[i], report with { Notifications = [] }, cancellation) with
            {
                ToolProblem = report.Notifications.FirstOrDefault(),
            };
        }

        return linted;
    }
}
