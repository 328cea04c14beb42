using System.CommandLine;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.Configuration;
using DockerfileLint.Files;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>show</c>: what the analysis sees of a file, as JSON.</summary>
internal sealed class ShowCommand : Command
{
    internal const string CommandName = "show";

    internal ShowCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Shows what the analysis sees of a file, as JSON.")
    {
        Subcommands.Add(CreateConfigCommand(rules, environment));
        Subcommands.Add(CreateSchemaCommand(rules, environment));
        Subcommands.Add(
            CreateCommand(
                "syntax",
                "The tokens and the syntax tree.",
                environment,
                withOrigins: null,
                compose: null,
                (file, language, _, _, _, writer) => SyntaxTreeJson.Write(language.Parse(file), writer)
            )
        );
        var withOrigins = new Option<bool>("--origins")
        {
            Description = "Says of each value of a Compose project how sure it is and where it comes from.",
        };
        Subcommands.Add(
            CreateCommand(
                "model",
                "The stages of a Dockerfile, or the effective project that a Compose file belongs to.",
                environment,
                withOrigins,
                new ComposeProjectOptions(),
                WriteModel
            )
        );
    }

    private static void WriteModel(
        SourceFile file,
        Language language,
        ISourceFiles? files,
        ComposeOptions options,
        bool withOrigins,
        Utf8JsonWriter writer
    )
    {
        if (language == Language.Compose)
        {
            var tree = YamlSyntaxTree.Parse(file);
            ComposeModelJson.Write(tree, ComposeModel.Create(tree, files, options), writer, withOrigins);
        }
        else
        {
            DockerfileModelJson.Write(DockerfileModel.Create(DockerfileSyntaxTree.Parse(file)), writer);
        }
    }

    /// <summary>A link below the working directory is read where it stays there, as in <c>lint</c>.</summary>
    private static ReadOutcome Read(string path, string root)
    {
        string realRoot = RealPath.Resolve(root, out _) ?? root;
        InputFile file = FileLinks.ResolveNamed(new InputFile(path, path, Language: null), root, realRoot);
        return file.Problem is { } problem
            ? new ReadOutcome(null, problem, file.ProblemDetail)
            : FileReader.Read(file.FullPath);
    }

    private static Command CreateConfigCommand(RuleLookup rules, CommandLineEnvironment environment)
    {
        var path = new Argument<string>("PATH") { Description = "The file; it need not exist." };
        var config = new Option<string>("--config") { Description = "The one configuration file.", HelpName = "FILE" };
        var command = new Command("config", "The configuration of a file, and where each setting comes from.")
        {
            path,
            config,
        };
        command.SetAction(result =>
        {
            string root = environment.WorkingDirectory;
            string given = result.GetRequiredValue(path);
            string fullPath = Path.GetFullPath(given, root);
            string shown = FileDiscovery.GetShownPath(given, fullPath, root);
            RuleSet known = rules.Load(Preset.Default);
            ConfigurationFiles files = result.GetValue(config) is { } file
                ? ConfigurationFiles.Only(environment, root, known, file, findsOwn: true)
                : ConfigurationFiles.Search(environment, root, known, findsOwn: true);
            Language language = Language.FromName(Path.GetFileName(fullPath.AsSpan())) ?? Language.Dockerfile;
            FileConfiguration configuration = files.Find(new InputFile(shown, fullPath, language), language);
            if (configuration.InvalidPath is { } invalid)
            {
                environment.WriteNotifications(
                    FileResult
                        .NotLinted(shown, language, invalid)
                        .WithNotifications([
                            .. configuration.Own?.File.Problems ?? [],
                            .. configuration.Hadolint?.Problems ?? [],
                        ])
                );
                return ExitCodes.Usage;
            }

            WriteJson(environment, writer => ConfigurationJson.Write(writer, shown, configuration, rules));
            return ExitCodes.Clean;
        });
        return command;
    }

    private static Command CreateSchemaCommand(RuleLookup rules, CommandLineEnvironment environment)
    {
        var command = new Command("schema", "The JSON schema of .dockerfile-lint.yaml.");
        command.SetAction(_ =>
        {
            WriteJson(environment, writer => ConfigurationSchema.Write(writer, rules.Load(Preset.Default)));
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void WriteJson(CommandLineEnvironment environment, Action<Utf8JsonWriter> write)
    {
        using (
            var writer = new Utf8JsonWriter(
                LogSafeStream.ForJson(environment.StandardOutput),
                new JsonWriterOptions { Indented = true, NewLine = "\n" }
            )
        )
        {
            write(writer);
        }

        environment.StandardOutput.WriteByte((byte)'\n');
    }

    private static Command CreateCommand(
        string name,
        string description,
        CommandLineEnvironment environment,
        Option<bool>? withOrigins,
        ComposeProjectOptions? compose,
        Action<SourceFile, Language, ISourceFiles?, ComposeOptions, bool, Utf8JsonWriter> write
    )
    {
        var path = new Argument<string>("PATH") { Description = "The file; '-' reads standard input." };
        var command = new Command(name, description) { path };
        if (withOrigins is not null)
        {
            command.Options.Add(withOrigins);
        }

        foreach (Option option in compose?.All ?? [])
        {
            command.Options.Add(option);
        }

        command.SetAction(result =>
        {
            ComposeOptions options =
                compose?.Read(result, environment.WorkingDirectory, environment.WorkingDirectory)
                ?? ComposeOptions.Default;
            string given = result.GetRequiredValue(path);
            string fullPath = Path.GetFullPath(given, environment.WorkingDirectory);
            ReadOutcome outcome =
                given == "-"
                    ? FileReader.Read(environment.StandardInput)
                    : Read(fullPath, environment.WorkingDirectory);
            bool isComposeFile = options.Files.Contains(
                FileDiscovery.GetShownPath(given, fullPath, environment.WorkingDirectory)
            );
            Language? language = isComposeFile
                ? Language.Compose
                : Language.FromName(Path.GetFileName(fullPath.AsSpan()));
            if (outcome.Text is not { } text)
            {
                environment.WriteNotifications(
                    FileResult.Unreadable(given, language ?? Language.Dockerfile, outcome.Reason, outcome.Detail)
                );
                return ExitCodes.Incomplete;
            }

            using (
                var writer = new Utf8JsonWriter(
                    LogSafeStream.ForJson(environment.StandardOutput),
                    new JsonWriterOptions
                    {
                        Indented = true,
                        NewLine = "\n",
                        MaxDepth = SyntaxTreeJson.MaxDepth,
                    }
                )
            )
            {
                // Standard input lies in no folder.
                ISourceFiles? files = given == "-" ? null : new FolderFiles(environment.WorkingDirectory);
                string shown =
                    given == "-" ? given : FileDiscovery.GetShownPath(given, fullPath, environment.WorkingDirectory);
                write(
                    new SourceFile(shown, text),
                    language ?? Language.FromText(text),
                    files,
                    options,
                    withOrigins is not null && result.GetValue(withOrigins),
                    writer
                );
            }

            environment.StandardOutput.WriteByte((byte)'\n');
            return ExitCodes.Clean;
        });
        return command;
    }
}
