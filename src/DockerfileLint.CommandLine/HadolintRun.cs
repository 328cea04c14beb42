using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Files;
using DockerfileLint.Reporting;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine;

/// <summary>
/// One run of <c>hadolint</c>: lints the named files and reports in path order, under hadolint's names.
/// </summary>
internal sealed class HadolintRun(HadolintSettings settings, CommandLineEnvironment environment)
{
    private const string StandardInput = "-";

    private readonly HadolintParseErrors _parseErrors = new(settings.Rules);

    /// <summary>Runs.</summary>
    /// <returns>The exit code: 0 or 1.</returns>
    /// <exception cref="UsageException">A report cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    internal int Execute(CancellationToken cancellation)
    {
        HashSet<string> targets = ReportSet.GetTargets(settings.Outputs, environment.WorkingDirectory);
        InputFile[] inputs =
        [
            .. settings.Paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(CreateInput),
        ];
        if (inputs.FirstOrDefault(input => targets.Contains(input.FullPath)) is { } both)
        {
            throw new UsageException($"'{both.Path}' is both a file to lint and an --output.");
        }

        var linter = new InputLinter(environment, settings.Configurations, settings.Configure, files: null);
        using ShellCheckRunner? shellCheck = ShellCheckRunner.Create(settings.ShellCheckPath);
        var files = new FileLinter(linter, shellCheck, cancellation);
        var outcome = new RunOutcome();
        VersionControlDetails? versionControl = settings.Outputs.Any(output => output.Format == OutputRequest.Sarif)
            ? GitRepository.Read(environment.WorkingDirectory, environment.Error)
            : null;
        var reporters = new HadolintReporters(
            [.. settings.Rules.Descriptors.Where(settings.Rules.IsEnabled)],
            settings.IsColored,
            versionControl
        );
        using var reports = new ReportSet(settings.Outputs, environment, reporters.Create);
        foreach (LintedFile file in files.LintAll(inputs, Environment.ProcessorCount))
        {
            cancellation.ThrowIfCancellationRequested();
            FileResult result = _parseErrors.Translate(outcome.Add(file));
            reports.Write(result);
            environment.WriteNotifications(result);
            if (settings.IsVerbose)
            {
                environment.Error.WriteLine(
                    VisibleText.EscapeLineStart(
                        file.Configuration.Hadolint is { } configuration
                            ? $"{result.Path}: configured by {configuration.Path}"
                            : $"{result.Path}: no configuration file"
                    )
                );
            }
        }

        bool isAlwaysClean = settings.Outputs.Any(output =>
            output.Format is HadolintReporters.CodeClimate or HadolintReporters.Codacy
        );
        int exitCode =
            outcome.Totals.Failures > 0 || (outcome.Fails && !isAlwaysClean) ? ExitCodes.Findings : ExitCodes.Clean;
        reports.Complete(outcome.Totals, exitCode);
        return exitCode;
    }

    private InputFile CreateInput(string path)
    {
        if (path == StandardInput)
        {
            return new InputFile(settings.PathInReport ?? path, "", Language.Dockerfile)
            {
                IsStream = true,
                IsInFolder = false,
            };
        }

        string fullPath = Path.GetFullPath(path, environment.WorkingDirectory);
        var file = new InputFile(settings.PathInReport ?? path, fullPath, Language.Dockerfile);
        if (FileDiscovery.IsStream(fullPath))
        {
            return file with { IsStream = true, IsInFolder = false };
        }

        string root = environment.WorkingDirectory;
        file = FileLinks.ResolveNamed(file, root, RealPath.Resolve(root, out _) ?? root);
        return file.Problem is null && Directory.Exists(file.FullPath)
            ? file with
            {
                Problem = UnreadableReason.Other,
                ProblemDetail = "it is a folder, and hadolint takes files only",
            }
            : file;
    }
}
