using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Labels;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3049", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class MissingLabel : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        ImmutableArray<string> schema = LabelSchema(context);
        if (schema.Length == 0 || stage.From.Image is not { } image || context.Model.BuildGraph.IsCopiedFrom(stage))
        {
            return;
        }

        List<string> missing = Labels.MissingLabel.FindMissing(stage, RequiredLabels.Parse(schema));
        foreach (
            Stage derived in context.Model.BuildGraph.GetDerived(stage).TakeWhile(derived => derived.BaseStage == stage)
        )
        {
            if (derived.Name is null)
            {
                Labels.MissingLabel.Remove(missing, derived);
            }
        }

        if (missing.Count > 0)
        {
            context.Report(image.Span, Message(stage: stage.DisplayName, labels: string.Join(", ", missing)));
        }
    }
}
