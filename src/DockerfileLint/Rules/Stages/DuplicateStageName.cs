using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL3024")]
internal sealed partial class DuplicateStageName : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Name is { Text: { } name } word && context.Stage?.ShadowedStage is { } shadowed)
        {
            context.Report(
                word.Span,
                Message(name: name),
                related:
                [
                    new RelatedLocation(
                        new Location(context.File, shadowed.From.Name!.Span),
                        $"The stage '{shadowed.Name}' is here."
                    ),
                ]
            );
        }
    }
}
