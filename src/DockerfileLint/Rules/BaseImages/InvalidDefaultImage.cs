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
            && context.Stage is { BaseStage: null, BaseName: { Error: ExpansionError.None } image } stage
            && word.AsSpan().IndexOf('$') >= 0
            && image.Value.Length > 0
            && !ImageName.IsValid(image.Value)
            && !stage.FindGlobalVariables(word).Any(reference => reference.Variable.State == VariableState.Undefined)
        )
        {
            // Without any text of its own, the image is meant to be given; a variable that nobody declares is DL6005's.
            context.Report(word.Span, Message(image: word.Text, value: image.Value));
        }
    }
}
