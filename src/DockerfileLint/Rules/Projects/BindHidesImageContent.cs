using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1010")]
internal sealed partial class BindHidesImageContent : ProjectRule
{
    /// <summary>Programs that fill a folder of the working directory, with the words that make them do it.</summary>
    private static readonly (string Program, string[] Subcommands, string Folder)[] Installers =
    [
        ("npm", ["install", "i", "ci"], "node_modules"),
        ("yarn", ["", "install"], "node_modules"),
        ("pnpm", ["install", "i"], "node_modules"),
        ("composer", ["install", "update"], "vendor"),
    ];

    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        if (container.Image.Build is not { Model: { } model, Stage: { } stage } build)
        {
            return;
        }

        List<(string Path, TextSpan Span)>? made = null;
        foreach (ContainerMount mount in container.Mounts.Take(AnalysisBudget.MaxFilledPaths))
        {
            if (
                !mount.Mount.Kind.IsCertainly(MountKind.Bind)
                || mount.Owner != container.Service
                || !mount.Mount.Target.TryGetValue(out string? written)
                || Mount.CleanPath(written) is not { Length: > 1 } target
            )
            {
                continue;
            }

            made ??= FindMade(model, stage);
            foreach ((string path, TextSpan span) in made)
            {
                if (HostPaths.IsWithin(path, target) && !IsKept(path, target, container))
                {
                    context.Report(
                        mount.Mount.Target!.Value.Span,
                        Message(service: container.Name, path: path),
                        mount.Steps.Add(
                            new FactStep(
                                build.Map(new SourceSpan(model.Tree.File, span)),
                                $"The build makes '{path}' here."
                            )
                        )
                    );
                    break;
                }
            }
        }
    }

    /// <summary>
    /// What the build itself makes in the image, as far as its paths are known: what it installs, and what it takes
    /// from other stages. What it copies from its context is there in the mounted folder as well.
    /// </summary>
    private static List<(string Path, TextSpan Span)> FindMade(DockerfileModel model, Stage stage)
    {
        var made = new List<(string, TextSpan)>();
        string? directory = null;
        var chain = new Stack<Stage>();
        for (Stage? link = stage; link is not null && chain.Count < AnalysisBudget.MaxStageChain; link = link.BaseStage)
        {
            chain.Push(link);
        }

        foreach (Stage link in chain)
        {
            foreach (InstructionSyntax instruction in link.Instructions)
            {
                if (made.Count >= AnalysisBudget.MaxFilledPaths)
                {
                    return made;
                }

                switch (instruction)
                {
                    case WorkdirInstructionSyntax { Path: { } path }:
                        directory = Join(directory, link.Expand(path).ValueOr(null));
                        break;
                    case CopyInstructionSyntax copy
                        when copy.GetFlag("from")?.Value is { } from
                            && model.BuildGraph.Find(from.Text) is not null
                            && copy.Destination is { } destination:
                        if (Join(directory, link.Expand(destination).ValueOr(null)) is { } copied)
                        {
                            made.Add((copied, copy.Span));
                        }

                        break;
                    case RunInstructionSyntax run when directory is not null:
                        AddInstalled(model.GetScript(run)?.RunCommands ?? [], directory, made);
                        break;
                    default:
                        break;
                }
            }
        }

        return made;
    }

    private static void AddInstalled(
        ImmutableArray<RunCommand> commands,
        string directory,
        List<(string Path, TextSpan Span)> made
    )
    {
        // Where the script changes its folder, nobody knows what it fills.
        if (commands.Any(command => command.Name is "cd" or "pushd"))
        {
            return;
        }

        foreach (RunCommand command in commands)
        {
            foreach ((string program, string[] subcommands, string folder) in Installers)
            {
                if (
                    command.Name == program
                    && Array.IndexOf(subcommands, command.Subcommand ?? "") >= 0
                    && !command.Line.HasOption("-g", "--global", "--prefix", "--working-dir", "--cwd", "-C", "-d")
                )
                {
                    made.Add((directory + "/" + folder, command.Span));
                }
            }
        }
    }

    /// <summary>Whether another mount of the service shows what lies at a path below a mount.</summary>
    private static bool IsKept(string path, string hiding, EffectiveContainer container)
    {
        foreach (ContainerMount mount in container.Mounts.Take(AnalysisBudget.MaxFilledPaths))
        {
            if (
                !mount.Mount.Target.TryGetValue(out string? written)
                || (
                    Mount.CleanPath(written) is var target
                    && target.Length > hiding.Length
                    && (HostPaths.IsWithin(path, target) || HostPaths.IsWithin(target, path))
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static string? Join(string? directory, string? path) =>
        path is null ? null
        : path.StartsWith("/", StringComparison.Ordinal) ? Mount.CleanPath(path)
        : directory is null ? null
        : Mount.CleanPath(directory + "/" + path);
}
