using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3024", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class DuplicateStageName : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Name is { Text: { } name } word && FindShadowed(context.Stage) is { } shadowed)
        {
            context.Report(
                word.Span,
                Message(name: name),
                related:
                [
                    new RelatedLocation(
                        new SourceSpan(context.File, shadowed.From.Name!.Span),
                        $"The stage '{shadowed.Name}' is here."
                    ),
                ]
            );
        }
    }

    /// <summary>The last stage before with the same name; names are told by their case.</summary>
    private static Stage? FindShadowed(Stage? stage)
    {
        Stage? shadowed = stage?.ShadowedStage;
        for (
            int i = 0;
            i < AnalysisBudget.MaxShadowedStages && shadowed is not null && shadowed.Name != stage!.Name;
            i++
        )
        {
            shadowed = shadowed.ShadowedStage;
        }

        return shadowed?.Name == stage?.Name ? shadowed : null;
    }
}
