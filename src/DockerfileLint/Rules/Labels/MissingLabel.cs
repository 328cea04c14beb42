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

        if (FindMissing(FindLabels(stage), RequiredLabels.Of(context, schema)) is { } missing)
        {
            context.Report(image.Span, Message(stage: stage.DisplayName, labels: missing));
        }
    }

    /// <summary>The labels that a stage sets or takes over from one below.</summary>
    internal static HashSet<string> FindLabels(Stage stage)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        int depth = 0;
        for (
            Stage? level = stage;
            level is not null && depth < AnalysisBudget.MaxStageChain;
            level = level.BaseStage, depth++
        )
        {
            Add(labels, level);
        }

        return labels;
    }

    /// <summary>Adds the labels that a stage sets itself.</summary>
    internal static void Add(HashSet<string> labels, Stage stage)
    {
        foreach (LabelInstructionSyntax instruction in stage.Instructions.OfType<LabelInstructionSyntax>())
        {
            foreach (KeyValueSyntax pair in instruction.Pairs)
            {
                labels.Add(stage.Expand(pair.Key).DisplayText);
            }
        }
    }

    /// <summary>The required labels that are not set, as a message names them; <c>null</c> where all are.</summary>
    internal static string? FindMissing(HashSet<string> labels, RequiredLabels required)
    {
        List<string>? missing = null;
        foreach (string key in required.Keys)
        {
            if (labels.Contains(key))
            {
                continue;
            }

            missing ??= [];
            if (missing.Count == AnalysisBudget.MaxListedLabels)
            {
                missing.Add("…");
                break;
            }

            missing.Add(key);
        }

        return missing is null ? null : string.Join(", ", missing);
    }
}
