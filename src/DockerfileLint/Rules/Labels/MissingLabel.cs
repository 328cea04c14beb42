using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3049")]
internal sealed partial class MissingLabel : DockerfileRule
{
    /// <summary>No real file stacks so many stages.</summary>
    private const int ChainLimit = 256;

    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        string[] schema = LabelSchema(context);
        bool isCompatible = Compatibility(context) == "hadolint";
        if (
            schema.Length == 0
            || stage.From.Image is not { } image
            || !(isCompatible || stage.IsFinal)
            || (isCompatible && context.Model.BuildGraph.IsCopiedFrom(stage))
        )
        {
            return;
        }

        var missing = new List<string>(RequiredLabels.Parse(schema).Keys);
        int depth = 0;
        for (Stage? level = stage; level is not null && depth < ChainLimit; level = level.BaseStage, depth++)
        {
            Remove(missing, level);
        }

        foreach (
            Stage derived in isCompatible
                ? context.Model.BuildGraph.GetDerived(stage).TakeWhile(derived => derived.BaseStage == stage)
                : []
        )
        {
            if (derived.Name is null)
            {
                Remove(missing, derived);
            }
        }

        if (missing.Count > 0)
        {
            context.Report(image.Span, Message(stage: stage.DisplayName, labels: string.Join(", ", missing)));
        }
    }

    /// <summary>Takes out the labels that a stage sets itself.</summary>
    private static void Remove(List<string> missing, Stage stage)
    {
        foreach (LabelInstructionSyntax instruction in stage.Instructions.OfType<LabelInstructionSyntax>())
        {
            foreach (KeyValueSyntax pair in instruction.Pairs)
            {
                missing.Remove(stage.Expand(pair.Key).DisplayText);
            }
        }
    }
}
