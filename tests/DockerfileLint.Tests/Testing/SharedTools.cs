using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace DockerfileLint.Tests.Testing;

/// <summary>Finds what lies beside the repository, and ignores a test where it is missing.</summary>
internal static class SharedTools
{
    internal static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>Path of a file of the folder <c>shared</c> beside the repository.</summary>
    internal static string GetPath(string relativePath)
    {
        string path = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", relativePath));
        if (!File.Exists(path))
        {
            Assert.Ignore($"{path} is missing.");
        }

        return path;
    }

    /// <summary>
    /// Runs a program and returns its exit code and standard output; ignores the test where the program is missing.
    /// </summary>
    internal static (int ExitCode, string Output) Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        try
        {
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{program} is missing.");
            throw;
        }
    }

    private static string FindRepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "DockerfileLint.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}
