using System.Text;

namespace DockerfileLint.CommandLine;

/// <summary>Everything that the command line takes from its process, so that tests can supply it.</summary>
internal sealed record CommandLineEnvironment
{
    internal required Stream StandardInput { get; init; }

    internal required Stream StandardOutput { get; init; }

    internal required TextWriter Error { get; init; }

    /// <summary>Absolute path.</summary>
    internal required string WorkingDirectory { get; init; }

    internal required Func<string, string?> GetVariable { get; init; }

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether standard output is a terminal.</summary>
    internal bool IsTerminal { get; init; }

    /// <summary>Columns of the terminal; <c>null</c> where there is none.</summary>
    internal int? TerminalWidth { get; init; }

    internal static CommandLineEnvironment FromProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return new CommandLineEnvironment
        {
            StandardInput = Console.OpenStandardInput(),
            StandardOutput = Console.OpenStandardOutput(),
            Error = Console.Error,
            WorkingDirectory = Environment.CurrentDirectory,
            GetVariable = Environment.GetEnvironmentVariable,
            IsTerminal = !Console.IsOutputRedirected,
            TerminalWidth = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth,
        };
    }

    /// <summary>A writer of UTF-8 without byte order mark and with LF line ends, the same on every system.</summary>
    internal static StreamWriter CreateWriter(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };
}
