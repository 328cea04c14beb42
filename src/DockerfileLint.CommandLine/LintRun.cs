using System.Globalization;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.CommandLine.Baselines;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Fixing;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;
using DockerfileLint.Reporting;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine;

/// <summary>One run of <c>lint</c>: finds the files, lints them in parallel and reports in path order.</summary>
internal sealed class LintRun(LintSettings settings, CommandLineEnvironment environment)
{
    private const string StandardInput = "-";

    /// <summary>Entries of a baseline that no longer occur and are named; of those beyond the number is told.</summary>
    private const int MaxShownEntries = 20;

    private static readonly string[] StandardInputNames = [StandardInput, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

    private readonly InputLinter _linter = new(
        environment,
        settings.Configurations,
        settings.Configure,
        new RunFiles(settings.Root, environment.StandardInput, keepsListings: true),
        settings.Fixes
    )
    {
        Audits = settings.Audits,
        ReportsFixes = settings.ReportsFixes,
        CountsFixes =
            settings.ShowsStatistics || settings.Outputs.Any(static output => output.Format == OutputRequest.Text),
    };
    private readonly AuditCollector? _audits = settings.Audits ? new AuditCollector() : null;
    private readonly HashSet<string> _targets = ReportSet.GetTargets(settings.Outputs, environment.WorkingDirectory);
    private TimeSpan _discoveryTime;

    /// <summary>Runs.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">Nothing to lint, or a report that cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    internal int Execute(CancellationToken cancellation)
    {
        long start = environment.Clock.GetTimestamp();
        FileDiscovery discovery = StartDiscovery();
        using IEnumerator<InputFile> files = FindFiles(discovery, cancellation).GetEnumerator();
        bool isAny = files.MoveNext();
        _discoveryTime = environment.Clock.GetElapsedTime(start);
        if (!isAny && settings.Changes is null && !FindListed(discovery.Record.EnvironmentFiles).Any())
        {
            throw new UsageException(
                $"No file to lint in {string.Join(", ", settings.Paths)}. "
                    + $"Looked for {FileNames.Description}; ignored files do not count."
            );
        }

        var outcome = new RunOutcome(settings.Baseline);
        var statistics = new RuleStatistics();
        FixedFiles? mended = settings.Fixes is null
            ? null
            : new FixedFiles(
                settings.Fixes,
                environment,
                settings.Root,
                settings.Color == ColorMode.Always
                    || (settings.Color == ColorMode.Auto && environment.IsTerminal && settings.IsColorWanted)
            );
        var linted = new HashSet<string>(StringComparer.Ordinal);
        LintTotals totals = outcome.Totals;
        int exitCode;
        using ShellCheckRunner? shellCheck = ShellCheckRunner.Create(settings.ShellCheckPath);
        VersionControlDetails? versionControl = settings.Outputs.Any(output => output.Format == OutputRequest.Sarif)
            ? GitRepository.Read(settings.Root, environment.Error)
            : null;
        // Beside a report that appears on the same terminal there is nothing to tell.
        bool showsProgress =
            environment.IsErrorTerminal
            && !settings.IsQuiet
            && !(environment.IsTerminal && settings.Outputs.Any(output => output.Path is null));
        using (var progress = new ProgressLine(showsProgress ? environment.Error : null, environment.Clock))
        using (
            var reports = new ReportSet(
                settings.Outputs,
                environment,
                new LintReporters(settings, environment, versionControl, _audits).Create
            )
        )
        {
            bool showsNotifications =
                !settings.IsQuiet
                && !settings.Outputs.Any(output => output.Path is null && OutputRequest.IsForPeople(output.Format));
            foreach (
                LintedFile file in LintAll(
                    isAny ? Continue(files) : [],
                    discovery,
                    new FileLinter(_linter, shellCheck, cancellation)
                )
            )
            {
                cancellation.ThrowIfCancellationRequested();
                LintedFile shown = settings.AllowsUnread ? AllowUnread(file) : file;
                FileResult result = outcome.Add(settings.IsDiffOnly ? KeepChanged(shown) : shown);
                _audits?.Add(file.Audit, result);
                if (file.Fixed is { } fixedFile)
                {
                    mended?.Add(fixedFile, file.IsStream);
                }

                reports.Write(result);
                statistics.Add(result);
                progress.Advance();
                if (settings.Baseline is not null)
                {
                    linted.Add(Baseline.GetShownPath(result.Path));
                }

                if (showsNotifications)
                {
                    environment.WriteNotifications(result);
                }
            }

            (BaselineEntry Entry, string Message)[] over = FindOver(linted);
            WriteAbsent(over, reports);
            totals.AddSkipped(discovery.Record.SkippedFiles, discovery.Record.SkippedFolders);
            exitCode = outcome.GetExitCode();
            if (settings.WritesBaseline && exitCode == ExitCodes.Findings)
            {
                exitCode = ExitCodes.Clean;
            }

            if (_audits?.Complete().Lowest is { } lowest && lowest.Lower < settings.MinIndex)
            {
                exitCode = exitCode == ExitCodes.Clean ? ExitCodes.Findings : exitCode;
                if (!settings.IsQuiet)
                {
                    environment.Error.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The lowest index is {lowest}, and --min-index asks for {settings.MinIndex} for certain."
                        )
                    );
                }
            }

            mended?.Write(cancellation);
            if (mended is { IsUnwritten: true } && exitCode != ExitCodes.Usage)
            {
                exitCode = ExitCodes.Incomplete;
            }
            else if (settings.Fixes is { ShowsDiff: true } && exitCode is ExitCodes.Clean or ExitCodes.Findings)
            {
                exitCode = mended!.IsAny ? ExitCodes.Findings : ExitCodes.Clean;
            }

            reports.Complete(totals, exitCode);
            WriteOver(over);
        }

        if (settings.ShowsStatistics)
        {
            statistics.Write(environment.Error);
        }

        if (!settings.IsQuiet)
        {
            mended?.WriteSummary(totals.Findings);
        }

        WriteSummary(totals);
        if (settings.ShowTiming)
        {
            TimeSpan total = environment.Clock.GetElapsedTime(start);
            environment.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{totals.Files} files: {_discoveryTime.TotalMilliseconds:0.0} ms to find them, "
                        + $"{total.TotalMilliseconds:0.0} ms in all, {settings.Jobs} jobs"
                        + $"{(shellCheck is null ? "" : $", {shellCheck.Processes} processes of ShellCheck")}"
                )
            );
        }

        return exitCode;
    }

    /// <summary>
    /// The results of files, and behind them those of the files that only projects name, in path order again.
    /// </summary>
    private IEnumerable<LintedFile> LintAll(IEnumerable<InputFile> files, FileDiscovery discovery, FileLinter linter)
    {
        var linted = new HashSet<string>(StringComparer.Ordinal);
        var named = new SortedDictionary<string, Language>(StringComparer.Ordinal);
        IEnumerable<InputFile> pending = files;
        bool isFirst = true;
        do
        {
            foreach (LintedFile file in linter.LintAll(pending, settings.Jobs))
            {
                FileResult result = file.Result;
                linted.Add(result.Path);
                AddAll(named, result.FurtherFiles, Language.Compose);
                AddAll(named, result.FurtherDockerfiles, Language.Dockerfile);
                yield return file;
            }

            if (isFirst)
            {
                AddAll(named, FindListed(discovery.Record.EnvironmentFiles), Language.Compose);
                isFirst = false;
            }

            pending = FindNamed(named.Where(file => linted.Add(file.Key)), discovery);
            named.Clear();
        } while (pending.Any());
    }

    private static void AddAll(SortedDictionary<string, Language> named, IEnumerable<string> paths, Language language)
    {
        foreach (string path in paths)
        {
            named.TryAdd(path, language);
        }
    }

    /// <summary>
    /// The Compose files that the environment files in the searched folders name, where Compose reads them: such a
    /// folder may hold no Compose file that has the name of one.
    /// </summary>
    private IEnumerable<string> FindListed(IEnumerable<InputFile> environmentFiles) =>
        settings.Options.Compose is not { Files.IsEmpty: true, EnvironmentFiles.IsEmpty: true }
            ? []
            : ComposeFileLists.Find(environmentFiles);

    /// <summary>
    /// The files that only projects name: a walk would not look for them, or left them out, and the command line does
    /// not exclude them.
    /// </summary>
    private InputFile[] FindNamed(IEnumerable<KeyValuePair<string, Language>> named, FileDiscovery discovery)
    {
        var excluded = new ExcludedPaths(settings.Excluded);
        string realRoot = RealPath.Resolve(settings.Root, out _) ?? settings.Root;
        return
        [
            .. from file in named
            where
                (Language.FromName(Path.GetFileName(file.Key.AsSpan())) is null || discovery.Covers(file.Key))
                && !excluded.Contains(file.Key, isDirectory: false)
            let input = ComposeFileLists.CreateInput(file.Key, file.Value, settings.Root, realRoot)
            where input.Problem != UnreadableReason.NotFound && IsWanted(input)
            select RefuseOutput(input),
        ];
    }

    /// <summary>A file, which must not be a report of this run.</summary>
    private InputFile RefuseOutput(InputFile file) =>
        _targets.Contains(file.FullPath)
            ? throw new UsageException(
                $"'{file.Path}' is both a file to lint and an --output. Give the report another name, or leave the "
                    + "file out with --exclude."
            )
            : file;

    /// <summary>The file that an enumeration has come to and those that follow.</summary>
    private IEnumerable<InputFile> Continue(IEnumerator<InputFile> files)
    {
        bool isMore = true;
        while (isMore)
        {
            yield return files.Current;
            long start = environment.Clock.GetTimestamp();
            isMore = files.MoveNext();
            _discoveryTime += environment.Clock.GetElapsedTime(start);
        }
    }

    private FileDiscovery StartDiscovery() =>
        FileDiscovery.Start(
            settings.Paths.Where(path => !StandardInputNames.Contains(path)),
            environment.WorkingDirectory,
            settings.Root,
            settings.Language,
            settings.Excluded,
            settings.Ignores,
            settings.FollowsLinks,
            settings.Configurations.FindFoundFiles
        );

    private IEnumerable<InputFile> FindFiles(FileDiscovery discovery, CancellationToken cancellation)
    {
        foreach (InputFile named in discovery.NamedFiles)
        {
            RefuseOutput(named);
        }

        IEnumerable<InputFile> files = discovery
            .Enumerate(cancellation)
            .Select(RefuseOutput)
            .Select(file =>
                settings.Options.Compose.Files.Contains(file.Path) ? file with { Language = Language.Compose } : file
            );
        if (!settings.Paths.Any(path => StandardInputNames.Contains(path)))
        {
            return files.Where(IsWanted);
        }

        Language? language =
            settings.Language ?? Language.FromName(Path.GetFileName(settings.StandardInputName.AsSpan()));
        return FileDiscovery
            .Insert(
                files,
                new InputFile(settings.StandardInputName, "", language)
                {
                    IsStream = true,
                    IsInFolder = settings.HasStandardInputName,
                }
            )
            .Where(IsWanted);
    }

    /// <summary>Makes what a project names and nobody reads a warning.</summary>
    private static LintedFile AllowUnread(LintedFile file) =>
        file.Result.Notifications.Any(IsUnread)
            ? file with
            {
                Result = file.Result.With(
                    file.Result.Findings,
                    [
                        .. file.Result.Notifications.Select(notification =>
                            IsUnread(notification) ? notification with { Severity = Severity.Warning } : notification
                        ),
                    ]
                ),
            }
            : file;

    private static bool IsUnread(Notification notification) => notification.Rule.Id == "DL9005";

    /// <summary>Leaves out what was there before the changes.</summary>
    private LintedFile KeepChanged(LintedFile file) =>
        file with
        {
            Result = file.Result.WithFindings([
                .. file.Result.Findings.Where(finding =>
                    IsChanged(finding.Location)
                    || finding.RelatedLocations.Any(related => related.IsRepetition && IsChanged(related.Location))
                ),
            ]),
        };

    private bool IsChanged(Location location)
    {
        LinePositionSpan lines = location.LineSpan;
        return settings.Changes!.Intersects(location.File.Path, lines.Start.Line + 1, lines.End.Line + 1);
    }

    /// <summary>Whether a file is one that the run is about.</summary>
    private bool IsWanted(InputFile file) =>
        settings.Changes is not { } changes || file.Problem == UnreadableReason.NotFound || changes.Contains(file.Path);

    /// <summary>What the baseline has and nobody finds any more; with changed lines alone, nobody looked.</summary>
    private (BaselineEntry Entry, string Message)[] FindOver(HashSet<string> linted) =>
        settings.Baseline is null || settings.IsDiffOnly
            ? []
            :
            [
                .. settings.Baseline.FindOver(path =>
                    linted.Contains(path) || !File.Exists(Path.Combine(settings.Root, path))
                ),
            ];

    private void WriteAbsent((BaselineEntry Entry, string Message)[] over, ReportSet reports)
    {
        foreach ((BaselineEntry entry, string message) in over)
        {
            // A rule that is gone has nothing that a report could say about it.
            RuleDescriptor? rule = settings
                .Options.Rules.Find(entry.Rule)
                .FirstOrDefault(rule => rule.Id == entry.Rule);
            if (rule is not null)
            {
                reports.WriteAbsent(rule, entry, message);
            }
        }
    }

    /// <summary>Says what of the baseline can be taken out.</summary>
    private void WriteOver((BaselineEntry Entry, string Message)[] over)
    {
        if (settings.IsQuiet)
        {
            return;
        }

        foreach ((BaselineEntry entry, _) in over.Take(MaxShownEntries))
        {
            environment.Error.WriteLine(
                VisibleText.EscapeLineStart(
                    $"note: {entry.Path}: {entry.Rule} is in the baseline and no longer occurs."
                )
            );
        }

        if (over.Length > MaxShownEntries)
        {
            environment.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"note: {over.Length - MaxShownEntries} more of the baseline no longer occur."
                )
            );
        }
    }

    /// <summary>Says where the reports went when the terminal would otherwise stay silent.</summary>
    private void WriteSummary(LintTotals totals)
    {
        if (settings.IsQuiet || settings.Outputs.Count == 0 || settings.Outputs.Any(output => output.Path is null))
        {
            return;
        }

        string written = string.Join(", ", settings.Outputs.Select(output => VisibleText.Escape(output.Path!)));
        string skipped =
            totals.SkippedFiles + totals.SkippedFolders == 0
                ? ""
                : $" ({Count(totals.SkippedFiles, "file")} and {Count(totals.SkippedFolders, "folder")} skipped)";
        environment.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(totals.Findings, "finding")} in {Count(totals.Files, "file")}{skipped}, written to {written}"
            )
        );
    }

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
