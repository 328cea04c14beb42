using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL6009")]
internal sealed partial class InvalidDefaultImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Image is not { } word || context.Stage is not { BaseName: { Error: ExpansionError.None } image } stage || ImageReference.IsValid(image.Value))
        {
            return;
        }

        if (Compatibility(context) == "buildkit")
        {
            context.Report(word.Span, Message(image: word.Text, value: image.Value));
        }
        else if (stage.BaseStage is not null)
        {
            return;
        }
        else if (word.AsSpan().IndexOf('$') < 0)
        {
            if (!IsPlaceholder(image.Value))
            {
                context.Report(word.Span, MessageConstant(image: image.Value), ConstantTier);
            }
        }
        else if (image.Value.Length > 0 && !stage.FindGlobalVariables(word).Any(reference => reference.Variable.State == VariableState.Undefined))
        {
            // Without any text of its own, the image is meant to be given; a variable that nobody declares is DL6005's.
            context.Report(word.Span, Message(image: word.Text, value: image.Value));
        }
    }

    /// <summary>Whether the text is to be replaced by a template engine: no image has such characters.</summary>
    private static bool IsPlaceholder(string image) => image.Length == 0 || image[0] == '@' || !image.All(c => c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or ':' or '@'));
}
