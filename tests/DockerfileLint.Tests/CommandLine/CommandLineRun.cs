using System.Text;
using DockerfileLint.CommandLine;
using DockerfileLint.Rules;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>What a run of the command line gave.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    internal static CommandLineRun Start(string folder, params string[] args) => Start(folder, args, standardInput: "");

    internal static CommandLineRun Start(
        string folder,
        string[] args,
        string standardInput,
        Action<ICollection<Rule>>? addRules = null,
        Stream? output = null,
        bool isTerminal = false,
        Dictionary<string, string>? variables = null
    )
    {
        var memory = new MemoryStream();
        using var error = new StringWriter();
        var environment = new CommandLineEnvironment
        {
            StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(standardInput)),
            StandardOutput = output ?? memory,
            Error = error,
            WorkingDirectory = folder,
            GetVariable = name => variables?.GetValueOrDefault(name),
            IsTerminal = isTerminal,
        };
        int exitCode = LintCommandLine.RunAsync(args, addRules, environment).GetAwaiter().GetResult();
        return new CommandLineRun(exitCode, Encoding.UTF8.GetString(memory.ToArray()), error.ToString());
    }
}
