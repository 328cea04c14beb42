using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Packages;

[Rule("DL6014")]
internal sealed partial class DependenciesAfterSource : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (FindWholeContext(stage) is not { } copied)
        {
            return;
        }

        HashSet<string>? installers = null;
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            if (instruction.Kind != InstructionKind.Run || context.Model.GetScript(instruction) is not { } script)
            {
                continue;
            }

            foreach (RunCommand command in script.RunCommands)
            {
                if (FindManifest(command) is not { } manifest)
                {
                    continue;
                }

                if (command.Span.Start < copied.Span.Start)
                {
                    (installers ??= new HashSet<string>(StringComparer.Ordinal)).Add(command.Name);
                }
                else if (installers?.Contains(command.Name) != true && !HasCache(script))
                {
                    context.Report(
                        command.FullSpan,
                        Message(command: GetCommand(command), copy: copied.Text, manifest: manifest),
                        related:
                        [
                            new RelatedLocation(
                                new SourceSpan(context.File, copied.Span),
                                "All files are copied here."
                            ),
                        ]
                    );
                    return;
                }
            }
        }
    }

    /// <summary>The first source of a COPY or ADD of a stage that is the whole context, or <c>null</c>.</summary>
    private static WordSyntax? FindWholeContext(Stage stage)
    {
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            if (instruction is not FileTransferInstructionSyntax transfer)
            {
                continue;
            }

            foreach (ContextSource source in ContextSource.Find(transfer, stage))
            {
                if (ContextPath.Resolve(source.Value) is ContextPath.Root or "*")
                {
                    return source.Word;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a mount keeps what is fetched for the next build.</summary>
    private static bool HasCache(InstructionScript script)
    {
        foreach (RunMount mount in script.Mounts)
        {
            if (mount.Type == "cache")
            {
                return true;
            }
        }

        return false;
    }

    private static string GetCommand(RunCommand command) =>
        command.Name switch
        {
            "go" => "go mod download",
            "mix" => "mix deps.get",
            _ => command.Subcommand is { } subcommand ? $"{command.Name} {subcommand}" : command.Name,
        };

    /// <summary>
    /// The files that a command needs, where it installs what they list and needs nothing else; <c>null</c> for other
    /// commands.
    /// </summary>
    private static string? FindManifest(RunCommand command) =>
        command.Name switch
        {
            "npm" when command.Subcommand is "install" or "i" or "ci" && HasNoPackage(command) => "package*.json",
            "yarn" when command.Subcommand is null or "install" && !command.Line.HasOption("-v", "--version") =>
                "package.json yarn.lock",
            "pnpm" when command.Subcommand is "install" or "i" && HasNoPackage(command) =>
                "package.json pnpm-lock.yaml",
            "bun" when command.Subcommand is "install" or "i" && HasNoPackage(command) => "package.json bun.lock",
            "bundle" when command.Subcommand == "install" => "Gemfile*",
            "composer" when command.Subcommand is "install" or "i" => "composer.*",
            "go" when command.Subcommand == "mod" && command.HasArgument("download") => "go.mod go.sum",
            "mvn"
            or "mvnw"
                when command.HasArgument("dependency:go-offline", "dependency:resolve", "dependency:resolve-plugins") =>
                "pom.xml",
            "mix" when command.HasArgument("deps.get") => "mix.exs mix.lock",
            "dotnet" when command.Subcommand == "restore" => "*.csproj",
            _ => FindRequirements(command),
        };

    private static bool HasNoPackage(RunCommand command) =>
        command.Line.Operands.IsEmpty
        && !command.HasUnknownArgument()
        && !command.Line.HasOption("-g", "--global", "--location");

    /// <summary>The file of <c>pip install -r</c>, where nothing else is installed.</summary>
    private static string? FindRequirements(RunCommand command)
    {
        if (!UnpinnedPipPackage.IsPip(command) || command.Subcommand != "install" || !command.Line.Operands.IsEmpty)
        {
            return null;
        }

        string? file = command.Line.HasOption("-e", "--editable")
            ? null
            : command.Line.FindOption("-r", "--requirement")?.Value;
        return file?.StartsWith("/", StringComparison.Ordinal) == true ? ContextPath.GetName(file) : file;
    }
}
