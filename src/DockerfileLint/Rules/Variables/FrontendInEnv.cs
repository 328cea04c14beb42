using DockerfileLint.Rules.BuildContexts;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Variables;

[Rule("DL6013")]
internal sealed partial class FrontendInEnv : DockerfileRule
{
    private const string Name = "DEBIAN_FRONTEND";

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is not { } stage || !context.IsShipped(instruction))
        {
            return;
        }

        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            if (
                pair.Key.Text == Name
                && pair.Value is { } word
                && context.Expand(word).TryGetValue(out string? value)
                && value.ToLowerInvariant() is "noninteractive" or "teletype"
                && IsKept(value, stage, context.Model)
                && !IsSetBefore(value, instruction, stage)
            )
            {
                context.Report(pair.Span, Message(value: value));
            }
        }
    }

    /// <summary>
    /// Whether the value is what containers get: neither the stage nor the final one, if that is built on it, takes it
    /// back.
    /// </summary>
    private static bool IsKept(string value, Stage stage, DockerfileModel model) =>
        Has(stage, value) && (!FinalImage.Of(model).HasLayersOf(stage) || Has(model.FinalStage!, value));

    private static bool Has(Stage stage, string value) =>
        stage.Variables.LookUp(Name, int.MaxValue) is { State: VariableState.Set } last && last.Guess == value;

    /// <summary>Whether an earlier ENV has said the same; what an ARG says is never known for sure.</summary>
    private static bool IsSetBefore(string value, EnvInstructionSyntax instruction, Stage stage) =>
        stage.Variables.LookUp(Name, instruction.Span.Start) is { State: VariableState.Set } before
        && before.Certainty == Certainty.Known
        && before.Guess == value;
}
