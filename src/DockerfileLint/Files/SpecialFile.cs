using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DockerfileLint.Files;

/// <summary>
/// Tells pipes and terminals from empty files. The framework has no way to ask, and opening a pipe for reading waits
/// for a writer.
/// </summary>
internal static partial class SpecialFile
{
    /// <summary>Whether a file that reports length 0 is one that reading could wait on.</summary>
    internal static bool IsPipeOrTerminal(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        // O_RDONLY | O_NONBLOCK, whose value differs between the systems.
        int descriptor = Open(path, OperatingSystem.IsLinux() ? 0x800 : 0x4);
        if (descriptor < 0)
        {
            return false;
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return !stream.CanSeek;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}
