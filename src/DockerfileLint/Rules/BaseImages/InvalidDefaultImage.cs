using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL6009")]
internal sealed partial class InvalidDefaultImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } word
            && context.Stage is { BaseStage: null } stage
            && stage.FindGlobalError(word) == ExpansionError.None
            && word.AsSpan().IndexOf('$') >= 0
            && stage.BaseName.DisplayText is { Length: > 0 } image
            && !ImageName.IsValid(image)
            && !stage.FindGlobalVariables(word).Any(reference => reference.Variable.State == VariableState.Undefined)
        )
        {
            // Without any text of its own, the image is meant to be given; a variable that nobody declares is DL6005's.
            context.Report(word.Span, Message(value: image));
        }
    }
}
