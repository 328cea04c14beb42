using System.Diagnostics;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("dockerfile-lint-").FullName;

    internal string this[string name] =>
        System.IO.Path.Combine(Path, name.Replace('/', System.IO.Path.DirectorySeparatorChar));

    internal string Write(string name, string text = "FROM scratch\n")
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    internal void WriteAll(params string[] names) => Array.ForEach(names, name => Write(name));

    internal void Link(string name, string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.CreateSymbolicLink(this[name], target);
    }

    internal void MakePipe(string name)
    {
        using Process process = Process.Start("mkfifo", [this[name]]);
        process.WaitForExit();
    }

    /// <summary>
    /// Takes all permissions from an entry, or gives them back. Only for systems with Unix permissions.
    /// </summary>
    internal void SetAccess(string name, bool isAllowed)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                this[name],
                isAllowed
                    ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                    : UnixFileMode.None
            );
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
