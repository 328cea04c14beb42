using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Analysis.External;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Fixing;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine;

/// <summary>
/// Lints the files of a run as parts of one project, each as its configuration says. Safe to use from several threads.
/// </summary>
/// <param name="environment">Where standard input is.</param>
/// <param name="configurations">The configuration files.</param>
/// <param name="configure">How the files under a configuration are linted.</param>
/// <param name="files">The files of the run, or <c>null</c> where nothing is known of what lies beside a file.</param>
/// <param name="fixes">What is mended or suppressed, or <c>null</c> where nothing is.</param>
internal sealed class InputLinter(
    CommandLineEnvironment environment,
    ConfigurationFiles configurations,
    Func<FileConfiguration, FileSettings> configure,
    RunFiles? files,
    FixSettings? fixes = null
)
{
    private static readonly FixOptions AllFixes = new() { AllowsUnsafe = true };

    private readonly Project _project = Project.Create(files);
    private readonly ConcurrentDictionary<FileConfiguration, Lazy<FileSettings>> _settings = new();

    /// <summary>Whether findings get their fixes, which costs a second look at each file that has any.</summary>
    internal bool ReportsFixes { get; init; }

    /// <summary>Whether is known of each finding that it has a fix.</summary>
    internal bool CountsFixes { get; init; }

    /// <summary>Whether files are audited as well.</summary>
    internal bool Audits { get; init; }

    /// <summary>Lints a file. Never fails on its content.</summary>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    internal LintedFile Lint(InputFile input, CancellationToken cancellation) =>
        Complete(input, Start(input, findsScripts: false, cancellation), ExternalReport.None, cancellation);

    /// <summary>Lints a file up to the point where another program may judge it.</summary>
    /// <param name="input">The file.</param>
    /// <param name="findsScripts">Whether the scripts that such a program judges are wanted.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    internal StartedFile Start(InputFile input, bool findsScripts, CancellationToken cancellation)
    {
        Project project = _project;
        SourceFileLookup content;
        if (files is not null && input.IsInFolder)
        {
            files.Add(input);
            content = project.Find(input.Path, cancellation);
        }
        else
        {
            // Nothing lies beside it.
            content = RunFiles.Read(input, environment.StandardInput);
            project = content.File is null ? project : Project.Create().WithDocument(content.File, input.Language);
        }

        if (content.File is not { } file)
        {
            Language expected = input.Language ?? Language.Dockerfile;
            return StartedFile.Done(FileResult.Unreadable(input.Path, expected, content.Reason, content.Detail ?? ""));
        }

        Language language = input.Language ?? Language.FromText(file.Text);
        FileConfiguration configuration = configurations.Find(input, language);
        if (configuration.InvalidPath is { } invalid)
        {
            return StartedFile.Done(FileResult.NotLinted(input.Path, language, invalid), configuration);
        }

        FileSettings settings = GetSettings(configuration);
        FileAnalysis? analysis = null;
        ProjectAudit? audit = null;
        FixResult? mended = null;
        FileResult? proposed = null;
        FileResult? failure = Guard(
            file.Path,
            language,
            () =>
            {
                mended = fixes?.CreateEngine(settings).Fix(project, file.Path, language, cancellation);
                analysis = mended?.Analysis ?? settings.Linter.Analyze(project, file.Path, language, cancellation);
                proposed = ReportsFixes
                    ? new FixEngine(settings.Linter, AllFixes).FindFixes(
                        mended?.Project ?? project,
                        file.Path,
                        language,
                        cancellation
                    )
                    : null;
                _ = findsScripts ? analysis.Scripts : [];
                audit = Audits ? settings.Linter.Audit(project, file.Path, language, cancellation) : null;
            }
        );
        return new StartedFile(failure is null ? analysis : null, failure, settings, configuration)
        {
            Audit = audit,
            Fixed = failure is null ? mended : null,
            Proposed = failure is null ? proposed : null,
        };
    }

    /// <summary>Makes the result of a file, of which nothing is kept.</summary>
    /// <param name="input">The file.</param>
    /// <param name="started">The file as far as the rules go.</param>
    /// <param name="report">What another program says about it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    internal LintedFile Complete(
        InputFile input,
        StartedFile started,
        ExternalReport report,
        CancellationToken cancellation
    )
    {
        FileResult? result = started.Result;
        if (started is { Analysis: { } analysis, Settings: { } settings })
        {
            FileResult? completed = null;
            result =
                Guard(
                    input.Path,
                    analysis.Language,
                    () =>
                        completed = settings.Filter(
                            AddFixes(settings.Linter.Complete(analysis, report, cancellation), started)
                        )
                ) ?? completed;
        }

        if (!input.IsStream)
        {
            // A stream cannot be read again.
            _project.Release(input.Path);
            files?.Remove(input);
        }

        return new LintedFile(result!, started.Settings, started.Configuration)
        {
            Audit = started.Audit,
            Fixed = started.Fixed,
            IsStream = input.IsStream,
        };
    }

    /// <summary>The result with the fixes of its findings, or with what is known of them.</summary>
    private FileResult AddFixes(FileResult result, StartedFile started)
    {
        if (started.Proposed is { } proposed)
        {
            var fixes = new Dictionary<(string Rule, string Fingerprint), CodeFix>();
            foreach (Finding finding in proposed.Findings)
            {
                if (finding.Fix is { } fix)
                {
                    fixes[(finding.Rule.Id, finding.Fingerprint)] = fix;
                }
            }

            return result.WithFindings([
                .. result.Findings.Select(finding =>
                    fixes.TryGetValue((finding.Rule.Id, finding.Fingerprint), out CodeFix? fix)
                        ? finding.WithFix(fix)
                        : finding
                ),
            ]);
        }

        return CountsFixes && started.Analysis is { } analysis
            ? result.WithFindings([
                .. result.Findings.Select(finding =>
                    finding.Rule.IsFixable && analysis.FindFix(finding.Diagnostic) is { } fix
                        ? finding.WithFixability(fix.Applicability)
                        : finding
                ),
            ])
            : result;
    }

    private FileSettings GetSettings(FileConfiguration configuration) =>
        _settings.GetOrAdd(configuration, key => new Lazy<FileSettings>(() => configure(key))).Value;

    /// <summary>Works on a file.</summary>
    /// <returns>What to say where that fails, otherwise <c>null</c>.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A file that brings the analysis down must not take the findings of all others with it."
    )]
    private static FileResult? Guard(string path, Language language, Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return FileResult.Unreadable(
                path,
                language,
                UnreadableReason.Other,
                $"the analysis failed with {exception.GetType().Name}, please report this"
            );
        }
    }
}
