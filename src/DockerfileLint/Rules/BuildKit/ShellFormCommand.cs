using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL3025", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class ShellFormCommand : DockerfileRule
{
    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, instruction.Command, context);

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, instruction.Command, context);

    /// <summary>A SHELL before it, in the stage or below, is taken for a sign of intent.</summary>
    private static void Check(InstructionSyntax instruction, CommandSyntax command, DockerfileRuleContext context)
    {
        if (!command.IsExecForm && context.Stage?.HasBefore(instruction, InstructionKind.Shell) != true)
        {
            string name = context.File.Text.ToString(instruction.KeywordSpan).ToUpperInvariant();
            context.Report(command.Span.IsEmpty ? instruction.LineSpan : command.Span, Message(instruction: name));
        }
    }
}
