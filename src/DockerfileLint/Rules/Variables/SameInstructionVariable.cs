using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Variables;

[Rule("DL3044")]
internal sealed partial class SameInstructionVariable : DockerfileRule
{
    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Pairs.Length > 1 && context.Stage is { } stage)
        {
            Check(instruction, stage, context);
        }
    }

    private static void Check(EnvInstructionSyntax instruction, Stage stage, DockerfileRuleContext context)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            string name = pair.Key.Text;
            if (pair.Value is { } value && value.AsSpan().IndexOf('$') >= 0)
            {
                foreach (
                    VariableReference reference in stage.Variables.FindVariables(value.Text, instruction.Span.Start)
                )
                {
                    bool isSetHere = reference.Name != name && set.Contains(reference.Name);
                    if (
                        isSetHere
                        && !reference.IsUnsetHandled
                        && reference.Variable.State == VariableState.Undefined
                        && BaseImageVariables.IsSet(reference.Name, stage.RootStage) != true
                    )
                    {
                        context.Report(
                            value.GetSpan(reference.Start, reference.Name.Length),
                            Message(name: reference.Name)
                        );
                    }
                }
            }

            set.Add(name);
        }
    }
}
