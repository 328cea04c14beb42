using DockerfileLint.Files;

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
        if (RealPath.Resolve(path, out _) is { } existing)
        {
            return existing;
        }

        string name = Path.GetFileName(path);
        return RealPath.Resolve(Path.GetDirectoryName(path)!, out _) is { } folder ? Path.Combine(folder, name) : path;
    }

    /// <summary>Starts a file.</summary>
    /// <param name="path">As <see cref="GetTarget"/> gives it.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be made.</exception>
    internal static OutputFile Create(string path)
    {
        // A device or a pipe is written to; replacing it by a file would destroy it.
        bool isDevice =
            !OperatingSystem.IsWindows()
            && (
                path.StartsWith("/dev/", StringComparison.Ordinal)
                || path.StartsWith("/proc/", StringComparison.Ordinal)
                || (File.Exists(path) && SpecialFile.IsPipeOrTerminal(path))
            );
        if (isDevice)
        {
            return new OutputFile(
                path,
                temporaryPath: null,
                new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)
            );
        }

        string temporaryPath = Path.Combine(
            Path.GetDirectoryName(path)!,
            $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}"
        );
        return new OutputFile(
            path,
            temporaryPath,
            new FileStream(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024)
        );
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

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (_temporaryPath is not null)
        {
            File.Delete(_temporaryPath);
        }
    }
}
