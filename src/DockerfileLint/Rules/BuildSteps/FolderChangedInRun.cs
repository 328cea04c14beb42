using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3003")]
internal sealed partial class FolderChangedInRun : DockerfileRule
{
    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name == "cd" && CouldBeWorkdir(command))
        {
            context.Report(command.FullSpan, Message(command: context.File.Text.ToString(command.FullSpan)));
        }
    }

    /// <summary>
    /// Whether WORKDIR says the same: the first thing that the step does is to go to one folder, and it stays there.
    /// </summary>
    private static bool CouldBeWorkdir(RunCommand command)
    {
        InstructionScript script = command.Script;
        return script.RunCommands[0] == command
            && script.RunCommands.Count(other => other.Name is "cd" or "pushd") == 1
            && command.Arguments.Length == 1
            && command.Arguments[0].Text is { Length: > 0 } folder
            && folder[0] is not ('-' or '~')
            && folder.IndexOf("${...}", StringComparison.Ordinal) < 0
            && command.Syntax.Pipeline is { Commands.Length: 1 } pipeline
            && pipeline.Parent is ShellListSyntax { Parent: ShellScriptSyntax };
    }
}
