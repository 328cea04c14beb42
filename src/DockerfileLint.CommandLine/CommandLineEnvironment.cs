using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;
using DockerfileLint.Reporting;
using Microsoft.Win32.SafeHandles;

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

    /// <summary>Whether standard error is a terminal.</summary>
    internal bool IsErrorTerminal { get; init; }

    /// <summary>Columns of the terminal; <c>null</c> where there is none.</summary>
    internal int? TerminalWidth { get; init; }

    /// <summary>Whether nothing in the environment asks for plain text.</summary>
    internal bool IsColorWanted => string.IsNullOrEmpty(GetVariable("NO_COLOR")) && GetVariable("TERM") != "dumb";

    /// <exception cref="UsageException">The working directory is gone.</exception>
    internal static CommandLineEnvironment FromProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return new CommandLineEnvironment
        {
            StandardInput = SpecialFile.IsInherited(0) ? Console.OpenStandardInput() : new ClosedStream("input"),
            StandardOutput = SpecialFile.IsInherited(1) ? Console.OpenStandardOutput() : new ClosedStream("output"),
            Error = SpecialFile.IsInherited(2) ? Console.Error : TextWriter.Null,
            WorkingDirectory = GetWorkingDirectory(),
            GetVariable = Environment.GetEnvironmentVariable,
            IsTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            TerminalWidth = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth,
        };
    }

    /// <summary>
    /// Writes a line to standard error of the process, also where it must not open another file or has little memory.
    /// </summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The console works on a copy of the handle and may fail to start in many ways."
    )]
    internal static void WriteError(string line)
    {
        try
        {
            Console.Error.WriteLine(line);
        }
        catch (Exception) when (!OperatingSystem.IsWindows())
        {
            using var handle = new SafeFileHandle(2, ownsHandle: false);
            RandomAccess.Write(handle, Encoding.UTF8.GetBytes(line + "\n"), fileOffset: 0);
        }
    }

    private static string GetWorkingDirectory()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("The working directory is gone, or must not be read. Change to another one.");
        }
    }

    /// <summary>Writes what could not be analysed, and what is odd about a configuration, to standard error.</summary>
    internal void WriteNotifications(FileResult result)
    {
        foreach (Notification notification in result.Notifications)
        {
            string place = notification.Location is { } location ? $"{location}: " : "";
            string help = notification.Message.Help is { } text ? " " + text : "";
            Error.WriteLine(
                $"{notification.Severity.ToString().ToLowerInvariant()}: "
                    + VisibleText.Escape($"{place}{notification.Message}{help}")
            );
        }
    }

    /// <summary>The moment at which suppressions are judged.</summary>
    /// <exception cref="UsageException">SOURCE_DATE_EPOCH is no number.</exception>
    internal DateTimeOffset GetToday()
    {
        const string Variable = "SOURCE_DATE_EPOCH";
        string? epoch = GetVariable(Variable);
        if (string.IsNullOrEmpty(epoch))
        {
            return Clock.GetUtcNow();
        }

        // The seconds of year 9999's end; later ones are no date.
        return
            long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new UsageException($"{Variable} is '{epoch}'; it must be a number of seconds since 1970.");
    }

    /// <summary>A writer of UTF-8 without byte order mark and with LF line ends, the same on every system.</summary>
    internal static StreamWriter CreateWriter(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true)
        {
            NewLine = "\n",
        };
}
