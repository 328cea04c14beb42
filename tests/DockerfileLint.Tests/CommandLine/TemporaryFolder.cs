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

    /// <summary>Writes the list of the files that git tracks.</summary>
    /// <param name="name">Where.</param>
    /// <param name="version">The version of the format: 2, 3 or 4.</param>
    /// <param name="paths">The files, in the order of their bytes; repositories end in <c>/</c>.</param>
    internal void WriteIndex(string name, int version, params string[] paths)
    {
        var bytes = new List<byte>();
        bytes.AddRange("DIRC"u8);
        bytes.AddRange([0, 0, 0, (byte)version, 0, 0, 0, (byte)paths.Length]);
        string before = "";
        foreach (string entry in paths)
        {
            string path = entry.TrimEnd('/');
            int start = bytes.Count;
            bytes.AddRange(new byte[24]);
            bytes.AddRange(entry.EndsWith('/') ? [0, 0, 0xE0, 0] : new byte[] { 0, 0, 0x81, 0xA4 });
            bytes.AddRange(new byte[32]);
            bool isExtended = version == 3;
            bytes.AddRange([isExtended ? (byte)0x40 : (byte)0, (byte)path.Length]);
            bytes.AddRange(new byte[isExtended ? 2 : 0]);
            int shared = version == 4 ? before.Zip(path).TakeWhile(pair => pair.First == pair.Second).Count() : 0;
            if (version == 4)
            {
                bytes.Add((byte)(before.Length - shared));
            }

            bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(path[shared..]));
            bytes.AddRange(new byte[version == 4 ? 1 : 8 - ((bytes.Count - start) % 8)]);
            before = path;
        }

        bytes.AddRange(new byte[20]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], [.. bytes]);
    }

    /// <summary>Copies a file to a name with bytes in octal, which the framework cannot write.</summary>
    internal void CopyToBytes(string name, string target)
    {
        using Process process = Process.Start(
            "sh",
            ["-c", "cp \"$1\" \"$(printf \"$2\")\"", "sh", this[name], System.IO.Path.Combine(Path, target)]
        );
        process.WaitForExit();
    }

    /// <summary>Removes all files, those too whose names the framework cannot write.</summary>
    internal void RemoveFiles()
    {
        using Process process = Process.Start("find", [Path, "-type", "f", "-delete"]);
        process.WaitForExit();
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
