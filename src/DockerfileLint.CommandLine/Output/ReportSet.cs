using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Baselines;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Output;

/// <summary>The reports of one run: all get every result, and files appear only when all is written.</summary>
internal sealed class ReportSet : IDisposable
{
    private readonly List<IReporter> _reporters = [];
    private readonly List<ReportTarget> _targets = [];
    private readonly List<OutputFile> _files = [];
    private readonly List<MemoryStream> _waiting = [];
    private readonly Stream _standardOutput;
    private readonly bool _flushEach;

    /// <summary>Opens the reports.</summary>
    /// <param name="outputs">
    /// What is asked for. Of several reports for standard output, those behind the first wait until it is complete.
    /// </param>
    /// <param name="environment">Where standard output is.</param>
    /// <param name="create">Makes a report.</param>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    internal ReportSet(
        IEnumerable<OutputRequest> outputs,
        CommandLineEnvironment environment,
        Func<OutputRequest, ReportTarget, IReporter> create
    )
    {
        _standardOutput = environment.StandardOutput;
        _flushEach = environment.IsTerminal;
        bool isTaken = false;
        try
        {
            foreach (OutputRequest request in outputs)
            {
                Stream stream = LogSafeStream.For(request.Format, _standardOutput);
                if (request.Path is not null)
                {
                    OutputFile file = Open(request.Path, environment.WorkingDirectory);
                    _files.Add(file);
                    stream = file.Stream;
                }
                else if (isTaken)
                {
                    var waiting = new MemoryStream();
                    _waiting.Add(waiting);
                    stream = LogSafeStream.For(request.Format, waiting);
                }

                isTaken |= request.Path is null;
                var target = new ReportTarget(stream, environment.IsTerminal && request.Path is null);
                _targets.Add(target);
                _reporters.Add(create(request, target));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The absolute paths that the reports are written to, links resolved.</summary>
    /// <exception cref="UsageException">Two reports have the same.</exception>
    internal static HashSet<string> GetTargets(IReadOnlyCollection<OutputRequest> outputs, string workingDirectory)
    {
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (OutputRequest request in outputs)
        {
            if (
                request.Path is { } path
                && !targets.Add(OutputFile.GetTarget(Path.GetFullPath(path, workingDirectory)))
            )
            {
                throw new UsageException("Two reports have the same --output.");
            }
        }

        return targets;
    }

    internal void Write(FileResult result)
    {
        foreach (IReporter reporter in _reporters)
        {
            reporter.Write(result);
        }

        if (_flushEach)
        {
            _targets.ForEach(target => target.Flush());
        }
    }

    /// <summary>Tells the reports that know baselines what no longer occurs.</summary>
    internal void WriteAbsent(RuleDescriptor rule, BaselineEntry entry, string message)
    {
        foreach (SarifReporter sarif in _reporters.OfType<SarifReporter>())
        {
            sarif.WriteAbsent(rule, entry.Path, entry.Fingerprint, message);
        }
    }

    internal void Complete(LintTotals totals, int exitCode)
    {
        foreach (IReporter reporter in _reporters)
        {
            reporter.Complete(totals, exitCode);
        }

        _targets.ForEach(target => target.Flush());
        _waiting.ForEach(waiting => waiting.WriteTo(_standardOutput));
        _files.ForEach(file => file.Commit());
    }

    /// <summary>Closes everything and removes files that were not completed.</summary>
    public void Dispose()
    {
        _waiting.ForEach(waiting => waiting.Dispose());
        _files.ForEach(file => file.Dispose());
    }

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
            throw new UsageException($"--output '{path}' cannot be written: {FileReader.Explain(exception).Phrase}.");
        }
    }
}
