using System.Globalization;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine;

/// <summary>One run of <c>lint</c>: finds the files, lints them in parallel and reports in path order.</summary>
internal sealed class LintRun(LintSettings settings, CommandLineEnvironment environment)
{
    private const string StandardInput = "-";
    private static readonly string[] StandardInputNames = [StandardInput, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

    private readonly InputLinter _linter = new(
        environment,
        settings.Configurations,
        settings.Configure,
        new FolderFiles(settings.Root)
    );
    private TimeSpan _discovery;

    /// <summary>Runs.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">Nothing to lint, or a report that cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    internal int Execute(CancellationToken cancellation)
    {
        long start = environment.Clock.GetTimestamp();
        using IEnumerator<InputFile> files = FindFiles(cancellation).GetEnumerator();
        bool isAny = files.MoveNext();
        _discovery = environment.Clock.GetElapsedTime(start);
        if (!isAny)
        {
            throw new UsageException(
                $"No file to lint in {string.Join(", ", settings.Paths)}. "
                    + $"Looked for {FileNames.Description}; ignored files do not count."
            );
        }

        var outcome = new RunOutcome();
        LintTotals totals = outcome.Totals;
        int exitCode;
        using ShellCheckRunner? shellCheck = ShellCheckRunner.Create(settings.ShellCheck, environment);
        VersionControlDetails? versionControl = settings.Outputs.Any(output => output.Format == OutputRequest.Sarif)
            ? GitRepository.Read(settings.Root, environment.Error)
            : null;
        using (
            var reports = new ReportSet(
                settings.Outputs,
                environment,
                new LintReporters(settings, environment, versionControl).Create
            )
        )
        {
            bool showsNotifications =
                !settings.IsQuiet
                && !settings.Outputs.Any(output => output is { Path: null, Format: OutputRequest.Text });
            foreach (LintedFile file in LintAll(Continue(files), new FileLinter(_linter, shellCheck)))
            {
                cancellation.ThrowIfCancellationRequested();
                FileResult result = outcome.Add(file);
                reports.Write(result);
                if (showsNotifications)
                {
                    environment.WriteNotifications(result);
                }
            }

            exitCode = outcome.GetExitCode();
            reports.Complete(totals, exitCode);
        }

        WriteSummary(totals);
        if (settings.ShowTiming)
        {
            TimeSpan total = environment.Clock.GetElapsedTime(start);
            environment.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{totals.Files} files: {_discovery.TotalMilliseconds:0.0} ms to find them, "
                        + $"{total.TotalMilliseconds:0.0} ms in all, {settings.Jobs} jobs"
                        + $"{(shellCheck is null ? "" : $", {shellCheck.Processes} processes of ShellCheck")}"
                )
            );
        }

        return exitCode;
    }

    /// <summary>
    /// The results of files, and behind them those of the Compose files that only their projects name, in path order
    /// again.
    /// </summary>
    private IEnumerable<LintedFile> LintAll(IEnumerable<InputFile> files, FileLinter linter)
    {
        var linted = new HashSet<string>(StringComparer.Ordinal);
        var named = new SortedSet<string>(StringComparer.Ordinal);
        IEnumerable<InputFile> pending = files;
        do
        {
            foreach (LintedFile file in linter.LintAll(pending, settings.Jobs))
            {
                FileResult result = file.Result;
                if (result.Kind == FileKind.Compose)
                {
                    linted.Add(result.Path);
                    named.UnionWith(result.FurtherFiles);
                }

                yield return file;
            }

            named.ExceptWith(linted);
            pending = FindNamed([.. named]);
            named.Clear();
        } while (pending.Any());
    }

    /// <summary>
    /// The files that only projects name: a walk would not look for them, and the command line does not leave them out.
    /// </summary>
    private InputFile[] FindNamed(string[] paths)
    {
        if (paths.Length == 0)
        {
            return [];
        }

        var excluded = new ExcludedPaths(settings.Excluded);
        HashSet<string> targets = [.. ReportSet.GetTargets(settings.Outputs, environment.WorkingDirectory)];
        string[] boundaries = [RealPath.Resolve(settings.Root, out _) ?? settings.Root];
        return
        [
            .. from path in paths
            where
                FileNames.GetKind(Path.GetFileName(path.AsSpan())) is null
                && !excluded.Contains(path, isDirectory: false)
            let file = FileLinks.Resolve(
                new InputFile(path, Path.Combine(settings.Root, path), FileKind.Compose),
                boundaries
            )
            where !targets.Contains(file.FullPath)
            select file,
        ];
    }

    /// <summary>The file that an enumeration has come to and those that follow.</summary>
    private IEnumerable<InputFile> Continue(IEnumerator<InputFile> files)
    {
        bool isMore = true;
        while (isMore)
        {
            yield return files.Current;
            long start = environment.Clock.GetTimestamp();
            isMore = files.MoveNext();
            _discovery += environment.Clock.GetElapsedTime(start);
        }
    }

    private IEnumerable<InputFile> FindFiles(CancellationToken cancellation)
    {
        string[] paths = [.. settings.Paths.Where(path => !StandardInputNames.Contains(path))];
        var discovery = FileDiscovery.Start(
            paths,
            environment.WorkingDirectory,
            settings.Root,
            settings.Kind,
            settings.Excluded
        );
        HashSet<string> targets = ReportSet.GetTargets(settings.Outputs, environment.WorkingDirectory);
        if (discovery.NamedFiles.FirstOrDefault(file => targets.Contains(file.FullPath)) is { } both)
        {
            throw new UsageException($"'{both.Path}' is both a file to lint and an --output.");
        }

        IEnumerable<InputFile> files = discovery
            .Enumerate(cancellation)
            .Where(file => !targets.Contains(file.FullPath))
            .Select(file =>
                settings.Options.Compose.Files.Contains(file.Path) ? file with { Kind = FileKind.Compose } : file
            );
        if (paths.Length == settings.Paths.Count)
        {
            return files;
        }

        FileKind? kind = settings.Kind ?? FileNames.GetKind(Path.GetFileName(settings.StandardInputName.AsSpan()));
        return FileDiscovery.Insert(
            files,
            new InputFile(settings.StandardInputName, "", kind)
            {
                IsStream = true,
                IsInFolder = settings.HasStandardInputName,
            }
        );
    }

    /// <summary>Says where the reports went when the terminal would otherwise stay silent.</summary>
    private void WriteSummary(LintTotals totals)
    {
        if (settings.IsQuiet || settings.Outputs.Any(output => output.Path is null))
        {
            return;
        }

        string written = string.Join(", ", settings.Outputs.Select(output => VisibleText.Escape(output.Path!)));
        environment.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(totals.Findings, "finding")} in {Count(totals.Files, "file")}, written to {written}"
            )
        );
    }

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
