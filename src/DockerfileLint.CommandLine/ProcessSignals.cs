using System.Runtime.InteropServices;

namespace DockerfileLint.CommandLine;

/// <summary>
/// Signals that would end the process before it has removed its temporary files. Interrupts and requests to terminate
/// are seen to by the library that parses the command line.
/// </summary>
internal sealed class ProcessSignals : IDisposable
{
    // The number on Linux, macOS and the BSDs; the framework has no name for it.
    private const PosixSignal FileSizeLimit = (PosixSignal)25;

    private readonly PosixSignalRegistration[] _registrations;

    private ProcessSignals(PosixSignalRegistration[] registrations) => _registrations = registrations;

    /// <summary>Registers for them; <c>null</c> where the system has none.</summary>
    /// <param name="interruption">Is cancelled where the terminal goes away.</param>
    internal static ProcessSignals? Register(CancellationTokenSource interruption)
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

            // Writing fails then, as on a full disk.
            return new ProcessSignals(
                OperatingSystem.IsWindows()
                    ? [hangUp]
                    : [hangUp, PosixSignalRegistration.Create(FileSizeLimit, context => context.Cancel = true)]
            );
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
}
