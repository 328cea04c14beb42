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

        HashSet<string> labels = Labels.MissingLabel.FindLabels(stage);
        foreach (
            Stage derived in context.Model.BuildGraph.GetDerived(stage).TakeWhile(derived => derived.BaseStage == stage)
        )
        {
            if (derived.Name is null)
            {
                Labels.MissingLabel.Add(labels, derived);
            }
        }

        if (Labels.MissingLabel.FindMissing(labels, RequiredLabels.Of(context, schema)) is { } missing)
        {
            context.Report(image.Span, Message(stage: stage.DisplayName, labels: missing));
        }
    }
}
