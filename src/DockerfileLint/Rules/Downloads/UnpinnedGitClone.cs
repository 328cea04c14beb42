using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5028")]
internal sealed partial class UnpinnedGitClone : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        List<Clone>? open = null;
        CurrentFolder? folder = null;
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            folder?.Enter(instruction);
            if (instruction.Kind != InstructionKind.Run || context.Model.GetScript(instruction) is not { } script)
            {
                continue;
            }

            foreach (RunCommand command in script.RunCommands)
            {
                folder?.Enter(command);
                if (command.Name != "git")
                {
                    continue;
                }

                if (command.Subcommand == "clone")
                {
                    // Nobody needs to know the folder before the first clone.
                    folder ??= StartAt(command, stage, context.Model);
                    if (Read(command, folder) is { } clone)
                    {
                        open ??= [];
                        Keep(open);
                        open.Add(clone);
                    }
                }
                else if (open is { Count: > 0 } && IsPin(command))
                {
                    Pin(open, folder!.Resolve(command.Line.FindOption("-C", "--work-tree", "--git-dir")?.Value ?? "."));
                }
            }
        }

        foreach (Clone clone in open ?? [])
        {
            Report(clone, context);
        }
    }

    private static CurrentFolder StartAt(RunCommand command, Stage stage, DockerfileModel model)
    {
        var folder = CurrentFolder.Start(model, stage);
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            folder.Enter(instruction);
            if (instruction == command.Instruction)
            {
                break;
            }
        }

        foreach (RunCommand before in command.Script.RunCommands)
        {
            folder.Enter(before);
            if (before == command)
            {
                break;
            }
        }

        return folder;
    }

    /// <summary>Forgets the oldest clone of more than anybody writes.</summary>
    private static void Keep(List<Clone> open)
    {
        if (open.Count >= AnalysisBudget.MaxNeighbourCommands)
        {
            open.RemoveAt(0);
        }
    }

    private static void Report(Clone clone, DockerfileRuleContext context)
    {
        string repository = GetRepository(clone.Address.Text);
        context.Report(
            clone.Address.Span,
            clone.Branch is { } branch
                ? MessageBranch(repository: repository, branch: branch)
                : Message(repository: repository)
        );
    }

    /// <summary>
    /// What a clone leaves open, or <c>null</c> where it takes what never changes, or nothing is known.
    /// </summary>
    private static Clone? Read(RunCommand command, CurrentFolder folder)
    {
        ParsedCommandLine line = command.Line;
        if (line.Operands.IsEmpty || line.Operands.Length > 2 || line.HasOption("--revision"))
        {
            return null;
        }

        CommandWord address = line.Operands[0];
        bool isOption = !address.IsStatic && line.Operands.Length == 2 && IsAddress(line.Operands[1].Text);
        CommandOption? branch = line.FindOption("-b", "--branch");
        if (
            isOption
            || IsLocal(address.Text)
            || (branch is not null && (!branch.IsValueStatic || IsPinned(branch.Value)))
        )
        {
            return null;
        }

        string target = line.Operands.Length == 2 ? line.Operands[1].Text : GetFolderName(address.Text);
        return new Clone(address, branch?.Value, folder.Resolve(target));
    }

    /// <summary>The clone that a folder lies in is pinned; the last one where the folder says nothing.</summary>
    private static void Pin(List<Clone> open, string folder)
    {
        string name = ContextPath.GetName(folder);
        for (int i = open.Count - 1; i >= 0; i--)
        {
            string clone = open[i].Folder;
            if (
                folder == clone
                || (folder.StartsWith(clone, StringComparison.Ordinal) && folder[clone.Length] == '/')
                || name == open[i].Name
            )
            {
                open.RemoveAt(i);
                return;
            }
        }

        open.RemoveAt(open.Count - 1);
    }

    private static bool IsPin(RunCommand command) =>
        command.Subcommand switch
        {
            "checkout" or "switch" or "reset" or "fetch" or "pull" or "merge" => command.Line.Operands.Any(word =>
                !word.IsStatic || IsPinned(word.Text)
            ),
            "verify-tag" or "verify-commit" => true,
            _ => false,
        };

    /// <summary>
    /// Whether a text names a tag or a commit: branches that move seldom have a digit in their names, and the name of a
    /// release branch is as good as its author could do.
    /// </summary>
    private static bool IsPinned(string? revision) =>
        revision is null or "FETCH_HEAD"
        || revision.StartsWith("tags/", StringComparison.Ordinal)
        || revision.StartsWith("refs/tags/", StringComparison.Ordinal)
        || revision.Any(char.IsDigit);

    private static bool IsAddress(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) > 0 || text.StartsWith("git@", StringComparison.Ordinal);

    private static bool IsLocal(string address) =>
        address.StartsWith("/", StringComparison.Ordinal)
        || address.StartsWith(".", StringComparison.Ordinal)
        || address.StartsWith("~", StringComparison.Ordinal)
        || address.StartsWith("file:", StringComparison.Ordinal);

    /// <summary>The last two segments of an address, as in <c>owner/name</c>.</summary>
    private static string GetRepository(string address)
    {
        string path = TrimSuffix(address.TrimEnd('/'));
        int slash = path.LastIndexOf('/');
        int start = slash > 0 ? path.LastIndexOfAny(['/', ':'], slash - 1) : -1;
        return path.Substring(start + 1);
    }

    private static string GetFolderName(string address) => ContextPath.GetName(TrimSuffix(address.TrimEnd('/')));

    private static string TrimSuffix(string address) =>
        address.EndsWith(".git", StringComparison.Ordinal) ? address.Substring(0, address.Length - 4) : address;

    /// <summary>A clone of which no commit is chosen yet.</summary>
    /// <param name="Address">The repository.</param>
    /// <param name="Branch">The branch, or <c>null</c> for the repository's own.</param>
    /// <param name="Folder">Where it lies.</param>
    private sealed record Clone(CommandWord Address, string? Branch, string Folder)
    {
        internal string Name { get; } = ContextPath.GetName(Folder);
    }
}
