using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3025")]
internal sealed partial class ShellFormCommand : DockerfileRule
{
    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, instruction.Command, context);

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, instruction.Command, context);

    private static void Check(InstructionSyntax instruction, CommandSyntax command, DockerfileRuleContext context)
    {
        if (!command.IsExecForm)
        {
            string name = context.File.Text.ToString(instruction.KeywordSpan).ToUpperInvariant();
            context.Report(command.Span.IsEmpty ? instruction.LineSpan : command.Span, Message(instruction: name));
        }
    }
}
