using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL5019")]
internal sealed partial class BaseImageNotPinnedByDigest : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } word
            && BaseImage.Get(context) is { DigestSpan: null } image
            && !ImageIds.IsImageId(image.Text.AsSpan())
        )
        {
            context.Report(word.Span, Message(image: image.Text));
        }
    }

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.GetFlag("from")?.Value is not { } word
            || context.Expand(word) is not { Certainty: not Certainty.Unknown } expanded
        )
        {
            return;
        }

        bool isStage = context.Model.BuildGraph.Find(expanded.Value) is not null || int.TryParse(expanded.Value, out _);
        if (!isStage && ImageReference.TryParse(expanded.Value) is { DigestSpan: null } image)
        {
            context.Report(word.Span, Message(image: image.Text));
        }
    }
}
