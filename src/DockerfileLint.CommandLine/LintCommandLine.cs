using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using DockerfileLint.CommandLine.Commands;
using DockerfileLint.Files;
using DockerfileLint.Reporting;
using DockerfileLint.Rules;

namespace DockerfileLint.CommandLine;

/// <summary>
/// The command line <c>dockerfile-lint</c> as a library. An executable that calls it is a linter with rules of its own.
/// </summary>
public static class LintCommandLine
{
    /// <summary>Runs a command line over the process's console and working directory.</summary>
    /// <param name="args">The arguments, without the name of the executable.</param>
    /// <param name="addRules">
    /// Adds rules of your own to those of the library, or <c>null</c>. A rule whose id or name is wrong or taken counts
    /// as wrong usage.
    /// </param>
    /// <returns>The exit code: 0 nothing found, 1 findings, 2 wrong usage, 3 something could not be analysed.</returns>
    public static async Task<int> RunAsync(string[] args, Action<ICollection<Rule>>? addRules = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var interruption = new CancellationTokenSource();
        using PosixSignalRegistration? signals = ProcessSignals.Register(interruption);
        AppDomain.CurrentDomain.UnhandledException += EndProcess;
        try
        {
            return await GuardAsync(
                    () => RunAsync(args, addRules, CommandLineEnvironment.FromProcess(), interruption.Token),
                    CommandLineEnvironment.WriteError
                )
                .ConfigureAwait(false);
        }
        finally
        {
            AppDomain.CurrentDomain.UnhandledException -= EndProcess;
        }
    }

    /// <summary>Ends in the same way what fails on a thread of the framework, for lack of memory perhaps.</summary>
    private static void EndProcess(object sender, UnhandledExceptionEventArgs failure) =>
        Environment.Exit(Tell((Exception)failure.ExceptionObject, CommandLineEnvironment.WriteError));

    internal static Task<int> RunAsync(
        string[] args,
        Action<ICollection<Rule>>? addRules,
        CommandLineEnvironment environment
    ) =>
        GuardAsync(
            () => RunAsync(args, addRules, environment, CancellationToken.None),
            message => environment.Error.WriteLine(message)
        );

    /// <summary>
    /// Ends a run with one line and an exit code, whatever becomes of it: a full disk, no memory, no folder.
    /// </summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The process has nobody else who could say what went wrong."
    )]
    private static async Task<int> GuardAsync(Func<Task<int>> run, Action<string> tell)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            return Tell(exception, tell);
        }
    }

    /// <summary>Says in one line what has failed.</summary>
    /// <returns>The exit code.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Standard error may be closed or full; the exit code is all that is left then."
    )]
    private static int Tell(Exception exception, Action<string> tell)
    {
        (string message, int exitCode) = Explain(exception);
        try
        {
            tell("error: " + VisibleText.Escape(message));
        }
        catch (Exception)
        {
            // There is nobody to tell.
        }

        return exitCode;
    }

    private static (string Message, int ExitCode) Explain(Exception exception) =>
        exception switch
        {
            UsageException => (exception.Message, ExitCodes.Usage),
            IOException or UnauthorizedAccessException => (
                $"The report could not be written: {FileReader.Explain(exception).Phrase}.",
                ExitCodes.Usage
            ),
            // What the framework makes of a file above the limit of the process.
            ArgumentOutOfRangeException { ParamName: "value" } => (
                "The report could not be written: it is larger than files may be.",
                ExitCodes.Usage
            ),
            // What the framework makes of too little of anything when it first needs it.
            TypeInitializationException { InnerException: IOException inner } => (
                $"The system gives the process too little to start: {FileReader.Explain(inner).Phrase}.",
                ExitCodes.Incomplete
            ),
            OutOfMemoryException => ("There is not enough memory. The result is incomplete.", ExitCodes.Incomplete),
            { InnerException: { } inner } => Explain(inner),
            _ => (
                $"The run failed with {exception.GetType().Name}, please report this: {exception.Message}",
                ExitCodes.Incomplete
            ),
        };

    private static async Task<int> RunAsync(
        string[] args,
        Action<ICollection<Rule>>? addRules,
        CommandLineEnvironment environment,
        CancellationToken cancellation
    )
    {
        if (args is not [HadolintCommand.CommandName, ..])
        {
            return await RunCommandAsync(args, addRules, environment, cancellation).ConfigureAwait(false);
        }

        // hadolint knows two exit codes, and scripts tell them apart.
        int exitCode = await GuardAsync(
                () => RunCommandAsync(HadolintCommand.SplitShortOptions(args), addRules, environment, cancellation),
                message => environment.Error.WriteLine(message)
            )
            .ConfigureAwait(false);
        return exitCode is ExitCodes.Clean or ExitCodes.Interrupted ? exitCode : ExitCodes.Findings;
    }

    private static async Task<int> RunCommandAsync(
        string[] args,
        Action<ICollection<Rule>>? addRules,
        CommandLineEnvironment environment,
        CancellationToken cancellation
    )
    {
        using StreamWriter output = CommandLineEnvironment.CreateWriter(environment.StandardOutput);
        RootCommand root = CreateRoot(new RuleLookup(addRules), environment);
        ParseResult result = root.Parse(
            AddDefaultCommand(args, root, environment),
            new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null }
        );
        ThrowIfWrong(result);
        return await result
            .InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = environment.Error,
                    EnableDefaultExceptionHandler = false,
                },
                cancellation
            )
            .ConfigureAwait(false);
    }

    private static RootCommand CreateRoot(RuleLookup rules, CommandLineEnvironment environment)
    {
        var root = new RootCommand("Finds what breaks builds and what opens the host in Dockerfiles and Compose files.")
        {
            new LintCommand(rules, environment),
            new AuditCommand(rules, environment),
            new SuppressCommand(rules, environment),
            new HadolintCommand(rules, environment),
            new RulesCommand(rules, environment),
            new ExplainCommand(rules, environment),
            new ShowCommand(rules, environment),
            new InitCommand(environment),
            new ServerCommand(rules, environment),
        };
        root.Subcommands.Add(new CompletionCommand(root, environment));
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new RootHelpAction((HelpAction)help.Action!);

        // A file may be called '[suggest]'.
        root.Directives.Clear();
        return root;
    }

    /// <summary>
    /// Puts <c>lint</c> first where the first argument is neither a command nor one of the root's options.
    /// </summary>
    /// <exception cref="UsageException">It is no path either, and nearly a command.</exception>
    private static string[] AddDefaultCommand(string[] args, RootCommand root, CommandLineEnvironment environment)
    {
        bool isForRoot =
            args.Length > 0
            && (
                root.Subcommands.Any(command => command.Name == args[0])
                || root.Options.Any(option => option.Name == args[0] || option.Aliases.Contains(args[0]))
            );
        if (isForRoot)
        {
            return args;
        }

        if (args is [{ Length: > 0 } word, ..] && word.All(char.IsAsciiLetter))
        {
            if (!Path.Exists(Path.GetFullPath(word, environment.WorkingDirectory)))
            {
                if (word == "help")
                {
                    return [.. args[1..], "--help"];
                }

                string suggestion = Suggestion.For(word, root.Subcommands.Select(command => command.Name));
                if (suggestion.Length > 0)
                {
                    throw new UsageException($"'{word}' is neither a command nor a file.{suggestion}");
                }
            }
        }

        return [LintCommand.CommandName, .. args];
    }

    private static void ThrowIfWrong(ParseResult result)
    {
        // The parser takes an option that it does not know for a path.
        Command command = result.CommandResult.Command;
        foreach (Token token in result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            if (
                token.Type == TokenType.Argument
                && token.Value.Length > 1
                && token.Value[0] == '-'
                && !IsOptionValue(result, token)
            )
            {
                string name = token.Value.Split('=', ':')[0];
                string suggestion = Suggestion.For(name, command.Options.Select(option => option.Name));
                string[] others =
                [
                    .. result
                        .RootCommandResult.Command.Subcommands.Where(other =>
                            other.Options.Any(option => option.Name == name || option.Aliases.Contains(name))
                        )
                        .Select(other => $"'{other.Name}'"),
                ];
                if (others.Length > 0)
                {
                    string have = others.Length == 1 ? "has" : "have";
                    throw new UsageException(
                        $"'{command.Name}' has no option '{name}'; {string.Join(" and ", others)} {have} it."
                    );
                }

                throw new UsageException(
                    $"There is no option '{name}'.{suggestion} 'dockerfile-lint {command.Name} --help' lists them; a "
                        + $"path that starts with '-' goes after '--'."
                );
            }
        }

        if (result.Errors.Count > 0)
        {
            throw new UsageException(string.Join(' ', result.Errors.Select(error => error.Message).Distinct()));
        }
    }

    private static bool IsOptionValue(ParseResult result, Token token) =>
        result
            .CommandResult.Children.OfType<OptionResult>()
            .Any(option => option.Tokens.Any(value => ReferenceEquals(value, token)));
}
