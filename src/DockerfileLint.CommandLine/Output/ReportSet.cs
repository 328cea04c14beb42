using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Output;

/// <summary>The reports of one run: all get every result, and files appear only when all is written.</summary>
internal sealed class ReportSet : IDisposable
{
    private readonly List<IReporter> _reporters = [];
    private readonly List<StreamWriter> _writers = [];
    private readonly List<OutputFile> _files = [];
    private readonly bool _flushEach;

    /// <summary>Opens the reports.</summary>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    internal ReportSet(LintSettings settings, CommandLineEnvironment environment, VersionControlDetails? versionControl)
    {
        _flushEach = environment.IsTerminal;
        try
        {
            foreach (OutputRequest request in settings.Outputs)
            {
                Stream stream = environment.StandardOutput;
                if (request.Path is not null)
                {
                    OutputFile file = Open(request.Path, environment.WorkingDirectory);
                    _files.Add(file);
                    stream = file.Stream;
                }

                _reporters.Add(CreateReporter(request, stream, settings, environment, versionControl));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The absolute paths that the reports are written to, links resolved.</summary>
    internal static IEnumerable<string> GetTargets(LintSettings settings, string workingDirectory) =>
        settings.Outputs.Where(request => request.Path is not null).Select(request => OutputFile.GetTarget(Path.GetFullPath(request.Path!, workingDirectory)));

    internal void Write(FileResult result)
    {
        foreach (IReporter reporter in _reporters)
        {
            reporter.Write(result);
        }

        if (_flushEach)
        {
            _writers.ForEach(writer => writer.Flush());
        }
    }

    internal void Complete(LintTotals totals, int exitCode)
    {
        foreach (IReporter reporter in _reporters)
        {
            reporter.Complete(totals, exitCode);
        }

        _writers.ForEach(writer => writer.Flush());
        _files.ForEach(file => file.Commit());
    }

    /// <summary>Closes everything and removes files that were not completed.</summary>
    public void Dispose() => _files.ForEach(file => file.Dispose());

    private static OutputFile Open(string path, string workingDirectory)
    {
        try
        {
            return OutputFile.Create(OutputFile.GetTarget(Path.GetFullPath(path, workingDirectory)));
        }
        catch (DirectoryNotFoundException)
        {
            throw new UsageException($"--output '{path}' cannot be written: its folder does not exist.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output '{path}' cannot be written: {FileReader.Explain(exception).Detail}.");
        }
    }

    private IReporter CreateReporter(OutputRequest request, Stream stream, LintSettings settings, CommandLineEnvironment environment, VersionControlDetails? versionControl)
    {
        switch (request.Format)
        {
            case OutputRequest.Sarif:
                return new SarifReporter(stream, new SarifOptions
                {
                    ToolVersion = ToolVersion.Current,
                    Category = settings.SarifCategory,
                    IncludeSuppressed = settings.IncludeSuppressed,
                    VersionControl = versionControl,
                    Rules = [.. settings.Options.Rules.Descriptors.Where(settings.Options.Rules.IsEnabled)],
                });
            case OutputRequest.Json:
                return new JsonReporter(stream);
            default:
                StreamWriter writer = CommandLineEnvironment.CreateWriter(stream);
                _writers.Add(writer);
                bool isTerminal = environment.IsTerminal && request.Path is null;
                return new TextReporter(writer, new TextOptions
                {
                    Color = settings.Color == ColorMode.Always || (settings.Color == ColorMode.Auto && isTerminal && settings.IsColorWanted),
                    Width = isTerminal ? environment.TerminalWidth : null,
                });
        }
    }
}
