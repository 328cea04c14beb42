using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.External;
using DockerfileLint.CommandLine.Programs;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.ShellChecking;

/// <summary>
/// Has ShellCheck judge scripts, many in one process. They are handed over as files in a folder of this run, under
/// numbers; nothing that a linted file holds becomes an argument or a name. Safe to use from several threads.
/// </summary>
/// <param name="path">The program.</param>
internal sealed class ShellCheckRunner(string path) : IExternalAnalyzer, IDisposable
{
    /// <summary>Bounds the length of a command line, which is 32,767 characters on Windows.</summary>
    private const int ScriptsPerProcess = 1000;

    /// <summary>
    /// Failed processes after which the program is given up: each script that it cannot bear costs about ten.
    /// </summary>
    private const int FailureLimit = 40;

    private static readonly Version OldestVersion = new(0, 7, 0);
    private static readonly TimeSpan TimePerProcess = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimePerScript = TimeSpan.FromMilliseconds(250);

    // As hadolint does: files that are not there at all, and a dialect that ShellCheck would rather have named.
    private static readonly string[] Options =
    [
        "--norc",
        "--format=json1",
        "--severity=style",
        "--exclude=SC1090,SC1091,SC2187",
        "--",
    ];

    private readonly object _gate = new();
    private State? _state;
    private DirectoryInfo? _folder;
    private int _batches;
    private int _failures;

    // The time that the program may still take.
    private TimeSpan _left = TimeSpan.FromSeconds(AnalysisBudget.MaxShellCheckSeconds);

    /// <summary>Number of processes that judged scripts.</summary>
    internal int Processes { get; private set; }

    /// <summary>The runner of a run, or <c>null</c> where the program is not asked.</summary>
    /// <exception cref="UsageException">The program does not work.</exception>
    internal static ShellCheckRunner? Create(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var runner = new ShellCheckRunner(path);
        return runner.GetState().Problem is not { } problem
            ? runner
            : throw new UsageException(
                $"{ShellCheckSetting.OptionName} '{path}' cannot be used: {problem.Message.Arguments[1]}."
            );
    }

    /// <inheritdoc/>
    public IReadOnlyList<ExternalReport> Analyze(IReadOnlyList<FileAnalysis> files, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ShellCheckVerdict[] verdicts = Check([.. files.Select(file => file.Scripts)], cancellation);
        return [.. files.Select((file, index) => verdicts[index].ToReport(file))];
    }

    /// <summary>Judges the scripts of files.</summary>
    /// <param name="files">The scripts of each file.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <returns>For each file what there is to say.</returns>
    private ShellCheckVerdict[] Check(
        IReadOnlyList<ImmutableArray<ShellCheckScript>> files,
        CancellationToken cancellation
    )
    {
        var verdicts = new ShellCheckVerdict[files.Count];
        // Images of many versions repeat their scripts.
        ShellCheckScript[] scripts =
        [
            .. files.SelectMany(file => file).DistinctBy(script => script.Text, StringComparer.Ordinal),
        ];
        if (scripts.Length == 0)
        {
            Array.Fill(verdicts, ShellCheckVerdict.None);
            return verdicts;
        }

        State state = GetState();
        if (state.Process is not { } process)
        {
            return
            [
                .. files.Select(file =>
                    file.IsEmpty
                        ? ShellCheckVerdict.None
                        : new ShellCheckVerdict(Version: null, [], state.Problem, Failure: null)
                ),
            ];
        }

        var batch = new Batch(scripts);
        string folder = "";
        try
        {
            folder = WriteScripts(scripts);
            int start = 0;
            while (start < scripts.Length)
            {
                int end = FindEnd(scripts, start);
                if (scripts[start].Text.Length > AnalysisBudget.MaxShellCheckScriptLength)
                {
                    batch.Fail(start, end, "it is too long for that program", isLimit: true);
                }
                else
                {
                    Check(process, folder, batch, start, end, cancellation);
                }

                start = end;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            batch.Fail(0, scripts.Length, $"the scripts cannot be written for it, {exception.Message}");
        }
        finally
        {
            Delete(folder);
        }

        ILookup<string, ShellCheckFinding> findings = batch.Findings.ToLookup(
            finding => finding.Script.Text,
            StringComparer.Ordinal
        );
        for (int i = 0; i < verdicts.Length; i++)
        {
            ImmutableArray<ShellCheckScript> own = files[i];
            // What somebody can make happen weighs more than a program that breaks.
            ShellCheckFailure? failure = own.Select(script => batch.Failures.GetValueOrDefault(script.Text))
                .OfType<ShellCheckFailure>()
                .MaxBy(reason => reason.IsLimit);
            verdicts[i] =
                own.IsEmpty ? ShellCheckVerdict.None
                : failure is not null ? new ShellCheckVerdict(Version: null, [], Problem: null, failure)
                : new ShellCheckVerdict(
                    state.Version,
                    [
                        .. own.SelectMany(
                            script => findings[script.Text],
                            (script, finding) => finding with { Script = script }
                        ),
                    ],
                    Problem: null,
                    Failure: null
                );
        }

        return verdicts;
    }

    /// <summary>Ends what still runs and removes the scripts.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _state?.Process?.Dispose();
            Delete(_folder?.FullName ?? "");
        }
    }

    /// <summary>Where the scripts end that one process gets; one that is too long stands alone.</summary>
    private static int FindEnd(ShellCheckScript[] scripts, int start)
    {
        int length = 0;
        int end = start;
        while (
            end < scripts.Length
            && end - start < ScriptsPerProcess
            && (length += scripts[end].Text.Length) <= AnalysisBudget.MaxShellCheckBatchLength
            && scripts[end].Text.Length <= AnalysisBudget.MaxShellCheckScriptLength
        )
        {
            end++;
        }

        return Math.Max(end, start + 1);
    }

    private static void Delete(string folder)
    {
        try
        {
            if (folder.Length > 0)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that has just been ended may hold a file, or the whole run is over; the system clears its
            // temporary folder.
        }
    }

    /// <summary>
    /// Judges some scripts; where that fails, each half of them, so that the one script that brings the program down
    /// costs no others.
    /// </summary>
    private void Check(
        ExternalProgram process,
        string folder,
        Batch batch,
        int start,
        int end,
        CancellationToken cancellation
    )
    {
        lock (_gate)
        {
            if (_failures >= FailureLimit)
            {
                batch.Fail(start, end, "it failed on too many scripts before", isLimit: true);
                return;
            }

            if (_left <= TimeSpan.Zero)
            {
                batch.Fail(start, end, "it has taken too long before", isLimit: true);
                return;
            }

            Processes++;
        }

        long started = Stopwatch.GetTimestamp();

        IEnumerable<string> names = Enumerable.Range(start, end - start).Select(GetName);
        ProgramOutput output = process.Run(
            folder,
            Options.Concat(names),
            TimePerProcess + ((end - start) * TimePerScript),
            cancellation
        );
        lock (_gate)
        {
            _left -= Stopwatch.GetElapsedTime(started);
            _left += (end - start) * TimeSpan.FromMilliseconds(AnalysisBudget.MaxShellCheckMillisecondsPerScript);
        }

        string? failure = output.Failure ?? (output.ExitCode is 0 or 1 ? null : output.Describe());
        if (failure is null && ShellCheckJson.Read(output.Bytes, batch.Scripts) is { } findings)
        {
            batch.Findings.AddRange(findings);
            return;
        }

        lock (_gate)
        {
            _failures++;
        }

        if (end - start == 1)
        {
            batch.Fail(start, end, failure ?? "what it wrote is no JSON of its format json1", isLimit: output.IsLimit);
            return;
        }

        int middle = (start + end) / 2;
        Check(process, folder, batch, start, middle, cancellation);
        Check(process, folder, batch, middle, end, cancellation);
    }

    private static string GetName(int index) => index.ToString(CultureInfo.InvariantCulture);

    private string WriteScripts(ShellCheckScript[] scripts)
    {
        string folder;
        lock (_gate)
        {
            // Readable for this user alone.
            _folder ??= Directory.CreateTempSubdirectory("dockerfile-lint-");
            folder = _folder.CreateSubdirectory(GetName(_batches++)).FullName;
        }

        for (int i = 0; i < scripts.Length; i++)
        {
            File.WriteAllText(
                Path.Combine(folder, GetName(i)),
                scripts[i].Text,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            );
        }

        return folder;
    }

    private State GetState()
    {
        lock (_gate)
        {
            return _state ??= CreateState();
        }
    }

    private State CreateState()
    {
        const string TurnOff = $"{ShellCheckSetting.OptionName} {ShellCheckSetting.Auto}";
        var process = new ExternalProgram(
            path,
            // The same files give the same findings wherever they are linted.
            variables => variables.Remove("SHELLCHECK_OPTS")
        );
        ProgramOutput output = process.Run(Path.GetDirectoryName(path)!, ["--version"], TimePerProcess);
        string? version =
            output.Failure is null && output.ExitCode == 0 ? FindVersion(Encoding.UTF8.GetString(output.Bytes)) : null;
        string? failure =
            output.Failure
            ?? (
                output.ExitCode != 0 ? output.Describe()
                : version is null ? "it does not say its version as ShellCheck does"
                : Version.TryParse(version, out Version? number) && number < OldestVersion
                    ? $"its version {version} is older than {OldestVersion}"
                : null
            );
        return failure is null
            ? new State(process, version!, Problem: null)
            : new State(Process: null, "", ShellCheckNotifications.Failed(failure, TurnOff));
    }

    /// <summary>The version in what <c>--version</c> prints, on a line such as <c>version: 0.10.0</c>.</summary>
    private static string? FindVersion(string text)
    {
        const string Label = "version: ";
        string? line = text.Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(line => line.StartsWith(Label, StringComparison.Ordinal));
        return
            line?[Label.Length..] is { Length: > 0 and <= 64 } version
            && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+')
            ? version
            : null;
    }

    /// <param name="Process">The program, or <c>null</c> where it cannot be used.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Problem">Why it cannot be used.</param>
    private sealed record State(ExternalProgram? Process, string Version, Notification? Problem);

    private sealed class Batch(ShellCheckScript[] scripts)
    {
        internal ShellCheckScript[] Scripts { get; } = scripts;

        internal List<ShellCheckFinding> Findings { get; } = [];

        /// <summary>Why the program failed, by the text of the script.</summary>
        internal Dictionary<string, ShellCheckFailure> Failures { get; } = new(StringComparer.Ordinal);

        internal void Fail(int start, int end, string reason, bool isLimit = false)
        {
            var failure = new ShellCheckFailure(reason, isLimit);
            for (int i = start; i < end; i++)
            {
                Failures[Scripts[i].Text] = failure;
            }
        }
    }
}

/// <summary>What ShellCheck has to say about a file.</summary>
/// <param name="Version">Its version, or <c>null</c> where it did not judge the file or not all of its scripts.</param>
/// <param name="Findings">Its findings.</param>
/// <param name="Problem">What concerns the run as a whole, to be told once; otherwise <c>null</c>.</param>
/// <param name="Failure">Why it failed on a script of the file, or <c>null</c>.</param>
internal sealed record ShellCheckVerdict(
    string? Version,
    ImmutableArray<ShellCheckFinding> Findings,
    Notification? Problem,
    ShellCheckFailure? Failure
)
{
    /// <summary>There is no script to judge.</summary>
    internal static ShellCheckVerdict None { get; } = new(Version: null, [], Problem: null, Failure: null);

    /// <summary>The same for the stages of the analysis.</summary>
    internal ExternalReport ToReport(FileAnalysis file)
    {
        Notification? told = Failure switch
        {
            null => Problem,
            { IsLimit: true } => ShellCheckNotifications.Limited(file.Path, Failure.Reason),
            _ => ShellCheckNotifications.Incomplete(file.Path, Failure.Reason),
        };
        ExternalReport report = Version is null
            ? ExternalReport.None
            : ShellCheckFinding.CreateReport(Version, Findings);
        return told is null ? report : report with { Notifications = [told] };
    }
}

/// <summary>Why ShellCheck did not judge a script.</summary>
/// <param name="Reason">A phrase, such as <c>it did not end in 10 s</c>.</param>
/// <param name="IsLimit">Whether the script or the run is beyond a limit; otherwise the program failed.</param>
internal sealed record ShellCheckFailure(string Reason, bool IsLimit);
