using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Permissions;

[Rule("DL5011")]
internal sealed partial class WorldWritable : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["chmod", "install", "mkdir"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (ModeArgument.Find(command.Name, command.Line) is { Mode.IsWorldWritable: true } mode)
        {
            context.Report(mode.Span, Message(mode: mode.Text));
        }
    }

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction, context);

    private static void Visit(FileTransferInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.GetFlag("chmod")?.Value is { } word
            && context.Expand(word) is var mode
            && PermissionMode.Parse(mode.DisplayText).IsWorldWritable
        )
        {
            context.Report(
                word.Span,
                mode.Certainty == Certainty.Unknown ? MessagePerhaps(mode: word.Text) : Message(mode: mode.DisplayText)
            );
        }
    }
}
