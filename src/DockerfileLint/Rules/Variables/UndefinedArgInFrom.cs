using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Variables;

[Rule("DL6005")]
internal sealed partial class UndefinedArgInFrom : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is not { } stage)
        {
            return;
        }

        Check(instruction.Image, stage, context);
        Check(instruction.GetFlag("platform")?.Value, stage, context);
    }

    private static void Check(WordSyntax? word, Stage stage, DockerfileRuleContext context)
    {
        if (word is null || word.AsSpan().IndexOf('$') < 0)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (VariableReference reference in stage.FindGlobalVariables(word))
        {
            if (reference.Variable.State != VariableState.Undefined || !seen.Add(reference.Name))
            {
                continue;
            }

            bool isDeclaredEarlier = context
                .Model.Stages.Take(Math.Min(stage.Index, AnalysisBudget.MaxArgumentStages))
                .Any(earlier => earlier.Variables.FindLater(reference.Name, after: -1) is not null);
            context.Report(
                word.GetSpan(reference.Start, reference.Name.Length),
                isDeclaredEarlier ? MessageInStage(variable: reference.Name)
                    : VariableSuggestion.Find(
                        reference.Name,
                        context.Model.GlobalVariables,
                        context.Model.GlobalVariables
                    )
                        is { } suggestion
                        ? MessageSuggestion(variable: reference.Name, suggestion: suggestion)
                    : Message(variable: reference.Name)
            );
        }
    }
}
