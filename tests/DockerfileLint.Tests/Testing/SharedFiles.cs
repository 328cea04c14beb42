using System.Diagnostics;
using FluentAssertions;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// Larger corpora and other tools' verdicts, in the folder that <c>DOCKERFILELINT_SHARED</c> names. They add cases to
/// tests that run without them too; a folder that lacks a file that is asked for fails the test.
/// </summary>
internal static class SharedFiles
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("DOCKERFILELINT_SHARED") is { } folder
        ? Path.GetFullPath(folder, RepositoryFiles.Root)
        : null;

    internal static bool Exist => Folder is not null;

    internal static string GetPath(string relativePath) =>
        Path.Combine(Folder ?? throw new InvalidOperationException("There are no shared files."), relativePath);

    /// <summary>The lines of a file, or none where there are no shared files.</summary>
    internal static IEnumerable<string> ReadLines(string relativePath) =>
        Exist ? File.ReadLines(GetPath(relativePath)) : [];

    /// <summary>Runs a program, which must succeed, and returns its standard output.</summary>
    internal static string Run(string program, params IEnumerable<string> arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true }
        )!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, output);
        return output;
    }
}
