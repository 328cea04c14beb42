using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DockerfileLint.Files;

/// <summary>
/// Tells pipes and terminals from empty files, and open streams from closed ones. The framework has no way to ask, and
/// opening a pipe for reading waits for a writer.
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

    /// <summary>
    /// Whether the process was started with a descriptor. Where it was not, the number may be that of a file which the
    /// runtime has opened for itself: such files, and no inherited ones, are closed when a program is executed.
    /// </summary>
    internal static bool IsInherited(int descriptor)
    {
        const int GetFlags = 1;
        const int ClosedOnExecution = 1;
        return OperatingSystem.IsWindows()
            || (Control(descriptor, GetFlags) is var flags and >= 0 && (flags & ClosedOnExecution) == 0);
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}
