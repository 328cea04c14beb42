using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.Configuration;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine;

/// <summary>Reads a file, finds its configuration and lints it. Safe to use from several threads.</summary>
/// <param name="environment">Where standard input is.</param>
/// <param name="configurations">The configuration files.</param>
/// <param name="configure">How the files under a configuration are linted.</param>
/// <param name="files">The files beside the linted ones, or <c>null</c> where nothing is known of them.</param>
internal sealed class InputLinter(
    CommandLineEnvironment environment,
    ConfigurationFiles configurations,
    Func<HadolintConfiguration, FileSettings> configure,
    ISourceFiles? files
)
{
    private readonly Lazy<FileSettings> _settings = new(() => configure(HadolintConfiguration.Empty));
    private readonly ConcurrentDictionary<HadolintConfigurationFile, Lazy<FileSettings>> _settingsByConfiguration =
        new();

    /// <summary>Lints a file. Never fails on its content.</summary>
    internal LintedFile Lint(InputFile input) => Complete(Start(input), report: null);

    /// <summary>Lints a file up to the point where another program may judge its scripts.</summary>
    internal StartedFile Start(InputFile input)
    {
        if (input.Problem is { } problem)
        {
            return StartedFile.Done(
                FileResult.Unreadable(input.Path, input.Kind ?? FileKind.Dockerfile, problem, input.ProblemDetail)
            );
        }

        ReadOutcome outcome = input.IsStream ? ReadStream(input) : FileReader.Read(input.FullPath);
        if (outcome.Text is not { } text)
        {
            return StartedFile.Done(
                FileResult.Unreadable(input.Path, input.Kind ?? FileKind.Dockerfile, outcome.Reason, outcome.Detail)
            );
        }

        // hadolint's configuration speaks of Dockerfiles.
        FileKind kind = input.Kind ?? ContentKind.Detect(text);
        HadolintConfigurationFile? configuration = kind == FileKind.Dockerfile ? configurations.Find(input) : null;
        if (configuration is { IsValid: false })
        {
            return StartedFile.Done(FileResult.NotLinted(input.Path, kind, configuration.Path), configuration);
        }

        FileSettings settings = configuration is null
            ? _settings.Value
            : _settingsByConfiguration
                .GetOrAdd(configuration, file => new Lazy<FileSettings>(() => configure(file.Configuration)))
                .Value;
        ISourceFiles? beside = input.IsInFolder ? files : null;
        var file = new SourceFile(input.Path, text);
        FileAnalysis? analysis = null;
        FileResult? failure = Guard(file.Path, kind, () => analysis = settings.Linter.Analyze(file, kind, beside));
        return new StartedFile(file.Path, kind, analysis, failure, settings, configuration);
    }

    /// <summary>
    /// The scripts of a file that another program may judge. Those of a file that brings the search down are none.
    /// </summary>
    internal static ImmutableArray<ShellCheckScript> GetScripts(StartedFile file)
    {
        ImmutableArray<ShellCheckScript> scripts = [];
        if (
            file.Analysis is { } analysis
            && Guard(file.Path, file.Kind, () => scripts = analysis.Scripts) is { } failure
        )
        {
            file.Result = failure;
        }

        return scripts;
    }

    /// <summary>Makes the result of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="report">What another program says about its scripts, or <c>null</c>.</param>
    internal static LintedFile Complete(StartedFile file, ShellCheckReport? report)
    {
        FileResult? result = file.Result;
        if (result is null && file.Analysis is { } analysis)
        {
            FileResult? completed = null;
            result = Guard(file.Path, file.Kind, () => completed = analysis.Complete(report)) ?? completed;
        }

        return new LintedFile(result!, file.Settings, file.Configuration);
    }

    /// <summary>Works on a file.</summary>
    /// <returns>What to say where that fails, otherwise <c>null</c>.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A file that brings the analysis down must not take the findings of all others with it."
    )]
    private static FileResult? Guard(string path, FileKind kind, Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception exception)
        {
            return FileResult.Unreadable(
                path,
                kind,
                UnreadableReason.Other,
                $"the analysis failed with {exception.GetType().Name}, please report this"
            );
        }
    }

    private ReadOutcome ReadStream(InputFile input)
    {
        try
        {
            using Stream? own =
                input.FullPath.Length == 0
                    ? null
                    : new FileStream(input.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return FileReader.Read(own ?? environment.StandardInput);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileReader.Explain(exception);
        }
    }
}
