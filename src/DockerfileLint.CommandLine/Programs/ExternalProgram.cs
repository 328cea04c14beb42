using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Programs;

/// <summary>Runs another program, without a shell, with an end to its time and its output.</summary>
/// <param name="path">Absolute path of the program.</param>
/// <param name="configure">Changes the variables that it gets, or <c>null</c>.</param>
internal sealed class ExternalProgram(string path, Action<IDictionary<string, string?>>? configure = null) : IDisposable
{
    private const int OutputLimit = 64 * 1024 * 1024;
    private const int ErrorLimit = 4 * 1024;
    private static readonly TimeSpan ReadingGrace = TimeSpan.FromSeconds(5);

    private readonly HashSet<Process> _running = [];
    private bool _isDisposed;

    /// <summary>
    /// A program in the folders of the variable PATH. Folders that are not absolute are left out: they may be part of
    /// what is linted, and nothing there is to be run.
    /// </summary>
    /// <param name="name">Its name, without the ending that it has on Windows.</param>
    /// <param name="searchPath">The value of the variable, or <c>null</c>.</param>
    internal static string? Find(string name, string? searchPath)
    {
        string fileName = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (searchPath ?? "")
            .Split(Path.PathSeparator)
            .Where(folder => Path.IsPathFullyQualified(folder) && !folder.Contains('\0'))
            .Select(folder => Path.Combine(folder, fileName))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs the program.</summary>
    /// <param name="folder">The folder that it works in.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">The time that it has.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal ProgramOutput Run(
        string folder,
        IEnumerable<string> arguments,
        TimeSpan limit,
        CancellationToken cancellation = default
    )
    {
        using var process = new Process { StartInfo = CreateStartInfo(folder, arguments) };
        try
        {
            process.Start();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            return ProgramOutput.Failed($"it cannot be started, {exception.Message}");
        }

        lock (_running)
        {
            _running.Add(process);
            if (_isDisposed)
            {
                Kill(process);
            }
        }

        try
        {
            using CancellationTokenRegistration killing = cancellation.Register(() => Kill(process));
            ProgramOutput output = Read(process, limit);
            cancellation.ThrowIfCancellationRequested();
            return output;
        }
        finally
        {
            lock (_running)
            {
                _running.Remove(process);
            }
        }
    }

    /// <summary>Ends what still runs.</summary>
    public void Dispose()
    {
        lock (_running)
        {
            _isDisposed = true;
            foreach (Process process in _running)
            {
                Kill(process);
            }
        }
    }

    private ProcessStartInfo CreateStartInfo(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        configure?.Invoke(start.Environment);
        return start;
    }

    private static ProgramOutput Read(Process process, TimeSpan limit)
    {
        Task<byte[]?> output = Task.Run(() => ReadAll(process));
        Task<string> error = Task.Run(() => ReadStart(process));
        CloseInput(process);
        bool hasEnded = process.WaitForExit(limit);
        if (!hasEnded)
        {
            Kill(process);
        }

        // A child of the program may hold its output open.
        if (!hasEnded || !Task.WaitAll([output, error], ReadingGrace))
        {
            return ProgramOutput.Limited(
                string.Create(CultureInfo.InvariantCulture, $"it did not end in {Math.Ceiling(limit.TotalSeconds)} s")
            );
        }

        return output.Result is { } bytes
            ? new ProgramOutput(process.ExitCode, bytes, error.Result)
            : ProgramOutput.Limited(
                string.Create(CultureInfo.InvariantCulture, $"it wrote more than {OutputLimit} bytes")
            );
    }

    private static void CloseInput(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has closed its end first.
        }
    }

    /// <summary>All that the program writes, or <c>null</c> where that is too much; it is ended then.</summary>
    private static byte[]? ReadAll(Process process)
    {
        using var read = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        int count;
        while ((count = process.StandardOutput.BaseStream.Read(buffer)) > 0)
        {
            if (read.Length + count > OutputLimit)
            {
                Kill(process);
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private static string ReadStart(Process process)
    {
        var start = new StringBuilder();
        char[] buffer = new char[1024];
        int count;
        while ((count = process.StandardError.Read(buffer)) > 0)
        {
            start.Append(buffer, 0, Math.Min(count, ErrorLimit - start.Length));
        }

        return start.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}

/// <summary>What a run of the program gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Bytes">What it wrote.</param>
/// <param name="Error">The start of what it wrote to standard error.</param>
/// <param name="Failure">Why there is none of these, as a phrase; otherwise <c>null</c>.</param>
internal sealed record ProgramOutput(int ExitCode, byte[] Bytes, string Error, string? Failure = null)
{
    /// <summary>Whether it was ended since it took too long or wrote too much.</summary>
    internal bool IsLimit { get; private init; }

    internal static ProgramOutput Failed(string reason) => new(-1, [], "", reason);

    internal static ProgramOutput Limited(string reason) => new(-1, [], "", reason) { IsLimit = true };

    /// <summary>The exit code with what the program says about it, as a phrase.</summary>
    internal string Describe()
    {
        string said =
            Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()
            ?? "it says nothing";
        return string.Create(CultureInfo.InvariantCulture, $"it ended with {ExitCode}, {VisibleText.Escape(said)}");
    }
}
