using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Permissions;

[Rule("DL5012")]
internal sealed partial class SetuidBitAdded : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (ModeArgument.Find(command.Name, command.Line) is { } mode)
        {
            Report(mode.Mode, mode.Text, mode.Span, context);
        }
    }

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) => Visit(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) => Visit(instruction, context);

    private static void Visit(FileTransferInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("chmod")?.Value is { } word && context.Expand(word) is { Certainty: not Certainty.Unknown } mode)
        {
            Report(PermissionMode.Parse(mode.Value), mode.Value, word.Span, context);
        }
    }

    private static void Report(PermissionMode mode, string text, TextSpan span, DockerfileRuleContext context)
    {
        if (mode.SetsUser)
        {
            context.Report(span, Message(mode: text));
        }
        else if (mode.SetsGroup)
        {
            context.Report(span, MessageGroup(mode: text), GroupTier);
        }
    }
}
