using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3025")]
internal sealed partial class ShellFormCommand : DockerfileRule
{
    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, instruction.Command, context);

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, instruction.Command, context);

    public override void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Command is { } command && Compatibility(context) == "hadolint")
        {
            Check(instruction, command, context);
        }
    }

    private static void Check(InstructionSyntax instruction, CommandSyntax command, DockerfileRuleContext context)
    {
        if (
            command.IsExecForm
            || (
                Compatibility(context) == "buildkit"
                && context.Stage?.HasBefore(instruction, InstructionKind.Shell) == true
            )
        )
        {
            return;
        }

        string name = context.File.Text.ToString(instruction.KeywordSpan).ToUpperInvariant();
        context.Report(command.Span.IsEmpty ? instruction.LineSpan : command.Span, Message(instruction: name));
    }
}
