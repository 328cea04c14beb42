using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Files;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Output;

/// <summary>A file that appears complete or not at all: written beside its place, then moved there.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string? _temporaryPath;

    private OutputFile(string path, string? temporaryPath, FileStream stream)
    {
        _path = path;
        _temporaryPath = temporaryPath;
        Stream = stream;
    }

    /// <summary>Where to write.</summary>
    internal FileStream Stream { get; }

    /// <summary>The path that a file will be written to: absolute, links resolved.</summary>
    internal static string GetTarget(string path)
    {
        for (int links = 0; links < AnalysisBudget.MaxLinks; links++)
        {
            if (RealPath.Resolve(path, out _) is { } existing)
            {
                return existing;
            }

            // A link to a file that is still to be made.
            string folder = Path.GetDirectoryName(path)!;
            if (new FileInfo(path).LinkTarget is not { } link)
            {
                return RealPath.Resolve(folder, out _) is { } real ? Path.Combine(real, Path.GetFileName(path)) : path;
            }

            path = Path.GetFullPath(link, folder);
        }

        return path;
    }

    /// <summary>Whether a path names a device or an open stream of the process.</summary>
    internal static bool IsDevicePath(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>Starts a file.</summary>
    /// <param name="path">As <see cref="GetTarget"/> gives it.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be made.</exception>
    internal static OutputFile Create(string path)
    {
        // A device or a pipe is written to; replacing it by a file would destroy it.
        bool isDevice =
            IsDevicePath(path)
            || (!OperatingSystem.IsWindows() && File.Exists(path) && SpecialFile.IsPipeOrTerminal(path));
        if (isDevice)
        {
            return new OutputFile(
                path,
                temporaryPath: null,
                new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)
            );
        }

        if (Directory.Exists(path))
        {
            throw new IOException("It is a folder.");
        }

        string temporaryPath = Path.Combine(
            Path.GetDirectoryName(path)!,
            $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}"
        );
        var stream = new FileStream(
            temporaryPath,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 64 * 1024
        );
        var file = new OutputFile(path, temporaryPath, stream);
        try
        {
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(path));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    /// <summary>Puts the file in its place.</summary>
    internal void Commit()
    {
        Stream.Dispose();
        if (_temporaryPath is not null)
        {
            File.Move(_temporaryPath, _path, overwrite: true);
        }
    }

    /// <summary>Removes what was not committed. Never throws: it runs where writing has just failed.</summary>
    public void Dispose()
    {
        // A stream that cannot write what it holds throws, and again when it is asked again.
        Try(Stream.Dispose);
        if (_temporaryPath is not null)
        {
            Try(() => File.Delete(_temporaryPath));
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Which one comes differs by the reason why a stream cannot write; none may keep the file."
    )]
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception)
        {
            // What made the run fail is said already.
        }
    }
}
