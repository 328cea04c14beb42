using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL5036")]
internal sealed partial class SudoInCommand : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    private static void Check(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (RunCommand command in context.Model.GetScript(instruction)?.RunCommands ?? [])
        {
            if (command.Name is "sudo" or "su")
            {
                context.Report(
                    command.Span,
                    command.Name == "su" ? MessageSu(command: command.Name) : Message(command: command.Name)
                );
                return;
            }
        }
    }
}
