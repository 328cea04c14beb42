using System.Runtime.InteropServices;

namespace DockerfileLint.CommandLine;

/// <summary>
/// Signals that would end the process before it has removed its temporary files. Interrupts and requests to terminate
/// are seen to by the library that parses the command line.
/// </summary>
internal static class ProcessSignals
{
    // The number on Linux, macOS and the BSDs; the framework has no name for it.
    private const PosixSignal FileSizeLimit = (PosixSignal)25;

    private static PosixSignalRegistration? _fileSizeLimit;

    /// <summary>
    /// Registers for them; <c>null</c> where the system has none, or nothing left to watch for them with.
    /// </summary>
    /// <param name="interruption">Is cancelled where the terminal goes away.</param>
    internal static PosixSignalRegistration? Register(CancellationTokenSource interruption)
    {
        try
        {
            var hangUp = PosixSignalRegistration.Create(
                PosixSignal.SIGHUP,
                context =>
                {
                    context.Cancel = true;
                    interruption.Cancel();
                }
            );

            // Writing fails then, as on a full disk. The signal is handled on a thread of its own, maybe only when the
            // run is over: whoever took it back by then would be killed by it.
            if (!OperatingSystem.IsWindows())
            {
                _fileSizeLimit ??= PosixSignalRegistration.Create(FileSizeLimit, context => context.Cancel = true);
            }

            return hangUp;
        }
        catch (Exception exception)
            when (exception is PlatformNotSupportedException or IOException or TypeInitializationException)
        {
            return null;
        }
    }
}
