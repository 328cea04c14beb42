using System.CommandLine;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.Configuration;
using DockerfileLint.LanguageServer;
using DockerfileLint.LanguageServer.Protocol;
using Command = System.CommandLine.Command;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>server</c>: the language server for editors.</summary>
internal sealed class ServerCommand : Command
{
    internal const string CommandName = "server";

    private readonly Option<string> _preset = ChoiceOption.Create(
        "--preset",
        "The preset in place of those that configurations name.",
        [.. Preset.Names]
    );
    private readonly Option<string> _config = new("--config")
    {
        Description = "Configuration of all files, in place of those beside them.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _noConfig = new("--no-config") { Description = "Reads no configuration." };

    // What editors pass to any server.
    private readonly Option<bool> _stdio = new("--stdio") { Hidden = true };
    private readonly Option<string> _clientProcess = new("--clientProcessId") { Hidden = true };

    internal ServerCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Serves editors: the language server protocol over standard input and output.")
    {
        Options.Add(_preset);
        Options.Add(_config);
        Options.Add(_noConfig);
        Options.Add(_stdio);
        Options.Add(_clientProcess);
        SetAction(result =>
        {
            var server = new Server(
                environment.StandardInput,
                environment.StandardOutput,
                ToolVersion.Current,
                (folder, settings) =>
                {
                    try
                    {
                        return Load(folder, settings, result, rules, environment);
                    }
                    catch (UsageException exception)
                    {
                        throw new SettingsException(exception.Message);
                    }
                }
            );
            return server.Run() ? ExitCodes.Clean : ExitCodes.Findings;
        });
    }

    private ServerConfigurations Load(
        string? folder,
        ServerSettings settings,
        ParseResult result,
        RuleLookup rules,
        CommandLineEnvironment environment
    )
    {
        if (settings.Preset is { } named && !Preset.Names.Contains(named))
        {
            throw new UsageException($"'{named}' is no preset: {string.Join(", ", Preset.Names)}.");
        }

        string preset = settings.Preset ?? result.GetValue(_preset) ?? Preset.Default;
        string? path = settings.Configuration ?? result.GetValue(_config);
        string root = folder ?? environment.WorkingDirectory;
        return new ServerConfigurations(
            ConfigurationFiles.Read(
                environment with
                {
                    WorkingDirectory = root,
                },
                root,
                rules.Load(preset),
                path,
                isNone: path is null && (folder is null || result.GetValue(_noConfig))
            ),
            new FileConfigurator
            {
                Rules = rules,
                Preset = settings.Preset ?? result.GetValue(_preset),
                Today = environment.GetToday(),
            }
        );
    }
}
