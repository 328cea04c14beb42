using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Stages;

[Rule("DL3024")]
internal sealed partial class DuplicateStageName : DockerfileRule
{
    private const int SearchLimit = 256;

    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Name is { Text: { } name } word
            && FindShadowed(context.Stage, Compatibility(context)) is { } shadowed
        )
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

    /// <summary>hadolint tells names by their case, which the builder does not.</summary>
    private static Stage? FindShadowed(Stage? stage, string compatibility)
    {
        Stage? shadowed = stage?.ShadowedStage;
        for (
            int i = 0;
            i < SearchLimit && compatibility == "hadolint" && shadowed is not null && shadowed.Name != stage!.Name;
            i++
        )
        {
            shadowed = shadowed.ShadowedStage;
        }

        return compatibility == "hadolint" && shadowed?.Name != stage?.Name ? null : shadowed;
    }
}
