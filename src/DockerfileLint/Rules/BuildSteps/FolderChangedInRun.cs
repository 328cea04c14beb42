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
            context.Report(command.FullSpan, Message(command: GetText(command, context)));
        }
    }

    /// <summary>The command as it is written, without the marks between the strings of an exec form.</summary>
    internal static string GetText(RunCommand command, DockerfileRuleContext context) =>
        command.Script.IsExecForm
            ? string.Join(" ", command.Arguments.Select(word => word.Text).Prepend(command.NameWord.Text))
            : context.File.Text.ToString(command.FullSpan);

    /// <summary>
    /// Whether WORKDIR says the same: the first thing that the step does is to go to one folder, and it stays there. The
    /// step may be a shell in exec form that is given the script.
    /// </summary>
    private static bool CouldBeWorkdir(RunCommand command)
    {
        InstructionScript script = command.Script;
        int first = script.IsExecForm && command.Syntax.Script.Host is not null ? 1 : 0;
        return command.Index == first
            && script.RunCommands.Count(other => other.Name is "cd" or "pushd") == 1
            && command.Arguments.Length == 1
            && command.Arguments[0].Text is { Length: > 0 } folder
            && folder[0] is not ('-' or '~')
            && folder.IndexOf("${...}", StringComparison.Ordinal) < 0
            && command.Syntax.Pipeline is { Commands.Length: 1 } pipeline
            && pipeline.Parent is ShellListSyntax { Parent: ShellScriptSyntax };
    }
}
