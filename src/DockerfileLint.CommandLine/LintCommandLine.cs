namespace DockerfileLint.CommandLine;

/// <summary>The command line.</summary>
public static class LintCommandLine
{
    /// <summary>Runs a command line.</summary>
    public static Task<int> RunAsync(string[] args) => Task.FromResult(args.Length);
}
