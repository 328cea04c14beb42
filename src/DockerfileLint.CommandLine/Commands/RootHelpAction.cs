using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The help of the program: what the library for command lines writes does not know of paths.</summary>
/// <param name="inner">The help of the commands.</param>
internal sealed class RootHelpAction(HelpAction inner) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is not RootCommand root)
        {
            return inner.Invoke(parseResult);
        }

        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(
            $"""
            {root.Description}

            Usage:
              dockerfile-lint [PATH…] [options]       lints files and folders, without a PATH the working directory
              dockerfile-lint COMMAND [options]

            Commands:
            """
        );
        int width = root.Subcommands.Max(command => command.Name.Length);
        foreach (Command command in root.Subcommands)
        {
            output.WriteLine($"  {command.Name.PadRight(width)}  {command.Description}");
        }

        output.WriteLine(
            """

            'dockerfile-lint COMMAND --help' shows the options of a command; without one they are those of lint.

            Options:
              -h, --help  Shows this help
              --version   Shows the version

            Examples:
              dockerfile-lint                                    what lies below the working directory
              dockerfile-lint --preset strict services/api       with another preset
              dockerfile-lint --format sarif -o lint.sarif       for code scanning
              dockerfile-lint --write-baseline known.txt         accepts what there is ...
              dockerfile-lint --baseline known.txt               ... so that only new findings fail
              dockerfile-lint audit --min-index 60               what isolates each service, and how well
              dockerfile-lint explain DL3002                     why it matters and what to write

            Exit codes:
              0  no finding at or above --fail-on (default: warning)
              1  findings
              2  wrong usage, or a configuration with a mistake
              3  something could not be analysed
            """
        );
        return ExitCodes.Clean;
    }
}
