using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3057")]
internal sealed partial class MissingHealthcheck : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (stage.From.Image is { } image && stage.IsFinal && !stage.Has(InstructionKind.Healthcheck))
        {
            context.Report(image.Span, Message(stage: stage.DisplayName));
        }
    }
}
