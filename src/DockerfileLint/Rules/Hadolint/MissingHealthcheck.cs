using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3057", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class MissingHealthcheck : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (
            stage.From.Image is { } image
            && !stage.Has(InstructionKind.Healthcheck)
            && !context.Model.BuildGraph.GetDerived(stage).Any(derived => derived.Has(InstructionKind.Healthcheck))
        )
        {
            context.Report(image.Span, Message(stage: stage.DisplayName));
        }
    }
}
