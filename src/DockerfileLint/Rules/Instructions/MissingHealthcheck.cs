using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3057")]
internal sealed partial class MissingHealthcheck : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        if (
            stage.From.Image is not { } image
            || !(isCompatible || stage.IsFinal)
            || stage.Has(InstructionKind.Healthcheck)
        )
        {
            return;
        }

        if (
            !isCompatible
            || !context.Model.BuildGraph.GetDerived(stage).Any(derived => derived.Has(InstructionKind.Healthcheck))
        )
        {
            context.Report(image.Span, Message(stage: stage.DisplayName));
        }
    }
}
