using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Variables;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL6006", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class UndefinedVariable : UndefinedVariableRule
{
    private protected override bool TryReport(
        VariableReference reference,
        TextSpan span,
        InstructionSyntax instruction,
        string? ownName,
        DockerfileRuleContext context
    )
    {
        if (context.Stage is null)
        {
            return false;
        }

        context.Report(span, Message(variable: reference.Name), SureTier);
        return true;
    }
}
