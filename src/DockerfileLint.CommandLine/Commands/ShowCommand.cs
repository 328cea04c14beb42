using System.CommandLine;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>show</c>: what the analysis sees of a file, as JSON.</summary>
internal sealed class ShowCommand : Command
{
    internal const string CommandName = "show";

    internal ShowCommand(CommandLineEnvironment environment)
        : base(CommandName, "Shows what the analysis sees of a file, as JSON.")
    {
        Subcommands.Add(CreateCommand("syntax", "The tokens and the syntax tree.", environment, (file, kind, writer) => SyntaxTreeJson.Write(ParseTree(file, kind), writer)));
        Subcommands.Add(CreateCommand("model", "The stages of a Dockerfile or the services of a Compose file: each value with how sure it is and where it is decided.", environment, WriteModel));
    }

    private static SyntaxTree ParseTree(SourceFile file, FileKind kind) => kind == FileKind.Compose ? YamlSyntaxTree.Parse(file) : DockerfileSyntaxTree.Parse(file);

    private static void WriteModel(SourceFile file, FileKind kind, Utf8JsonWriter writer)
    {
        if (kind == FileKind.Compose)
        {
            ComposeModelJson.Write(ComposeModel.Create(YamlSyntaxTree.Parse(file)), writer);
        }
        else
        {
            DockerfileModelJson.Write(DockerfileModel.Create(DockerfileSyntaxTree.Parse(file)), writer);
        }
    }

    private static Command CreateCommand(string name, string description, CommandLineEnvironment environment, Action<SourceFile, FileKind, Utf8JsonWriter> write)
    {
        var path = new Argument<string>("PATH") { Description = "The file; '-' reads standard input." };
        var command = new Command(name, description) { path };
        command.SetAction(result =>
        {
            string given = result.GetRequiredValue(path);
            string fullPath = Path.GetFullPath(given, environment.WorkingDirectory);
            ReadOutcome outcome = given == "-" ? FileReader.Read(environment.StandardInput) : FileReader.Read(fullPath);
            FileKind? kind = FileNames.GetKind(Path.GetFileName(fullPath.AsSpan()));
            if (outcome.Text is not { } text)
            {
                Notification reason = FileResult.Unreadable(given, kind ?? FileKind.Dockerfile, outcome.Reason, outcome.Detail).Notifications[0];
                environment.Error.WriteLine($"error: {Reporting.VisibleText.Escape(reason.Message.ToString())}");
                return ExitCodes.Incomplete;
            }

            using (var writer = new Utf8JsonWriter(environment.StandardOutput, new JsonWriterOptions { Indented = true, NewLine = "\n", MaxDepth = SyntaxTreeJson.MaxDepth }))
            {
                write(new SourceFile(given, text), kind ?? ContentKind.Detect(text), writer);
            }

            environment.StandardOutput.WriteByte((byte)'\n');
            return ExitCodes.Clean;
        });
        return command;
    }
}
