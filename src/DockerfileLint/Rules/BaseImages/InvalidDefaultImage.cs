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
            instruction.Image is not { } word
            || context.Stage is not { } stage
            || stage.FindGlobalError(word) != ExpansionError.None
        )
        {
            return;
        }

        // The image that is taken where no argument is given.
        string image = stage.BaseName.DisplayText;
        if (ImageName.IsValid(image))
        {
            return;
        }

        if (Compatibility(context) == "buildkit")
        {
            context.Report(word.Span, Message(image: word.Text, value: image));
        }
        else if (
            stage.BaseStage is null
            && word.AsSpan().IndexOf('$') >= 0
            && image.Length > 0
            && !stage.FindGlobalVariables(word).Any(reference => reference.Variable.State == VariableState.Undefined)
        )
        {
            // Without any text of its own, the image is meant to be given; a variable that nobody declares is DL6005's.
            context.Report(word.Span, Message(image: word.Text, value: image));
        }
    }
}
