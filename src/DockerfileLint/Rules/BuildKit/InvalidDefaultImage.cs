using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL6009", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class InvalidDefaultImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } word
            && context.Stage is { } stage
            && stage.FindGlobalError(word) == ExpansionError.None
            && stage.BaseName.DisplayText is var image
            && !ImageName.IsValid(image)
        )
        {
            context.Report(word.Span, Message(value: image));
        }
    }
}
