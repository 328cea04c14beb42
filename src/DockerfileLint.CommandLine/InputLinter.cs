using System.Collections.Concurrent;
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
internal sealed class InputLinter(CommandLineEnvironment environment, ConfigurationFiles configurations, Func<HadolintConfiguration, FileSettings> configure, ISourceFiles? files)
{
    private readonly Lazy<FileSettings> _settings = new(() => configure(HadolintConfiguration.Empty));
    private readonly ConcurrentDictionary<HadolintConfigurationFile, Lazy<FileSettings>> _settingsByConfiguration = new();

    /// <summary>Lints a file. Never fails on its content.</summary>
    internal LintedFile Lint(InputFile input)
    {
        if (input.Problem is { } problem)
        {
            return new LintedFile(FileResult.Unreadable(input.Path, input.Kind ?? FileKind.Dockerfile, problem, input.ProblemDetail), Settings: null, Configuration: null);
        }

        ReadOutcome outcome = input.IsStream ? ReadStream(input) : FileReader.Read(input.FullPath);
        if (outcome.Text is not { } text)
        {
            return new LintedFile(FileResult.Unreadable(input.Path, input.Kind ?? FileKind.Dockerfile, outcome.Reason, outcome.Detail), Settings: null, Configuration: null);
        }

        // hadolint's configuration speaks of Dockerfiles.
        FileKind kind = input.Kind ?? ContentKind.Detect(text);
        HadolintConfigurationFile? configuration = kind == FileKind.Dockerfile ? configurations.Find(input) : null;
        if (configuration is { IsValid: false })
        {
            return new LintedFile(FileResult.NotLinted(input.Path, kind, configuration.Path), Settings: null, configuration);
        }

        FileSettings settings = configuration is null ? _settings.Value : _settingsByConfiguration.GetOrAdd(configuration, file => new Lazy<FileSettings>(() => configure(file.Configuration))).Value;
        return new LintedFile(Lint(settings.Linter, new SourceFile(input.Path, text), kind, input.IsInFolder ? files : null), settings, configuration);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A file that brings the analysis down must not take the findings of all others with it.")]
    private static FileResult Lint(Linter linter, SourceFile file, FileKind kind, ISourceFiles? files)
    {
        try
        {
            return linter.Lint(file, kind, files);
        }
        catch (Exception exception)
        {
            return FileResult.Unreadable(file.Path, kind, UnreadableReason.Other, $"the analysis failed with {exception.GetType().Name}, please report this");
        }
    }

    private ReadOutcome ReadStream(InputFile input)
    {
        try
        {
            using Stream? own = input.FullPath.Length == 0 ? null : new FileStream(input.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return FileReader.Read(own ?? environment.StandardInput);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileReader.Explain(exception);
        }
    }
}
