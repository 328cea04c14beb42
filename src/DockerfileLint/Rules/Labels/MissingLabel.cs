using System.Collections.Immutable;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3049")]
internal sealed partial class MissingLabel : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        ImmutableArray<string> schema = LabelSchema(context);
        if (schema.Length == 0 || stage.From.Image is not { } image || !stage.IsFinal)
        {
            return;
        }

        List<string> missing = FindMissing(stage, RequiredLabels.Parse(schema));
        if (missing.Count > 0)
        {
            context.Report(image.Span, Message(stage: stage.DisplayName, labels: string.Join(", ", missing)));
        }
    }

    /// <summary>The required labels that a stage neither sets nor takes over from one below.</summary>
    internal static List<string> FindMissing(Stage stage, RequiredLabels required)
    {
        var missing = new List<string>(required.Keys);
        int depth = 0;
        for (
            Stage? level = stage;
            level is not null && depth < AnalysisBudget.MaxStageChain;
            level = level.BaseStage, depth++
        )
        {
            Remove(missing, level);
        }

        return missing;
    }

    /// <summary>Takes out the labels that a stage sets itself.</summary>
    internal static void Remove(List<string> missing, Stage stage)
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
