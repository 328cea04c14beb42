using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL5025")]
internal sealed partial class NoCommand : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (!stage.IsFinal || stage.From.Image is not { } image)
        {
            return;
        }

        for (Stage? current = stage; current is not null; current = current.BaseStage)
        {
            if (current.Instructions.Any(IsCommand) || (current != stage && current.Triggers.Any(IsCommand)))
            {
                return;
            }
        }

        context.Report(image.Span, Message(image: stage.RootStage.From.Image?.Text ?? image.Text));
    }

    private static bool IsCommand(InstructionSyntax instruction) =>
        instruction.Kind is InstructionKind.Cmd or InstructionKind.Entrypoint;
}
