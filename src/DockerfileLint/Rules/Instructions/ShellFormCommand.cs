using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3025")]
internal sealed partial class ShellFormCommand : DockerfileRule
{
    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) => Check(instruction, instruction.Command, context);

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) => Check(instruction, instruction.Command, context);

    public override void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Command is { } command && Compatibility(context) == "hadolint")
        {
            Check(instruction, command, context);
        }
    }

    private static void Check(InstructionSyntax instruction, CommandSyntax command, DockerfileRuleContext context)
    {
        if (command.IsExecForm || (Compatibility(context) == "buildkit" && IsShellChosen(instruction, context.Stage)))
        {
            return;
        }

        string name = context.File.Text.ToString(instruction.KeywordSpan).ToUpperInvariant();
        context.Report(command.Span.IsEmpty ? instruction.LineSpan : command.Span, Message(instruction: name));
    }

    /// <summary>Whether a SHELL stands before the instruction, in its stage or in one that it is built on.</summary>
    private static bool IsShellChosen(InstructionSyntax instruction, Stage? stage)
    {
        for (Stage? current = stage; current is not null; current = current.BaseStage)
        {
            if (current.Instructions.Any(other => other is ShellInstructionSyntax && (current != stage || other.Span < instruction.Span)))
            {
                return true;
            }
        }

        return false;
    }
}
