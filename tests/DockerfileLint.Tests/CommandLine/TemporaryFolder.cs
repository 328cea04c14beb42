using System.Diagnostics;
using System.Runtime.InteropServices;
using NUnit.Framework;

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

    /// <summary>Lets the owner run an entry. Only for systems with Unix permissions.</summary>
    internal void MakeExecutable(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(this[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>
    /// Reads while an entry gives access to nobody. Who may read everything reads as somebody else; only Linux lets a
    /// thread do that. Only for systems with Unix permissions.
    /// </summary>
    internal T ReadWithoutAccess<T>(string name, Func<T> read)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsLinux())
        {
            Assert.Ignore("A privileged user may read everything.");
        }

        // Once before, so that the other user needs no file of the runtime.
        read();
        UnixFileMode before = File.GetUnixFileMode(this[name]);
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        File.SetUnixFileMode(this[name], UnixFileMode.None);
        try
        {
            return Environment.IsPrivilegedProcess ? ReadAsNobody(read) : read();
        }
        finally
        {
            File.SetUnixFileMode(this[name], before);
        }
    }

    private static T ReadAsNobody<T>(Func<T> read)
    {
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            const uint Nobody = 65534;
            _ = SetFileSystemUser(Nobody);
            try
            {
                result = read();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result : throw failure;
    }

    /// <summary>Changes the user as whom the calling thread opens files.</summary>
    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileSystemUser(uint user);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
