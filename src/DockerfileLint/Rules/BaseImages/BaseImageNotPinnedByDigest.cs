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
            && BaseImage.Get(word, context, asWritten: false) is { DigestSpan: null } image
            && !ImageIds.IsImageId(image.Text.AsSpan())
        )
        {
            context.Report(word.Span, Message(image: image.Text));
        }
    }

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("from")?.Value is not { } word || !context.Expand(word).TryGetValue(out string? name))
        {
            return;
        }

        bool isStage = context.Model.BuildGraph.Find(name) is not null || int.TryParse(name, out _);
        if (!isStage && ImageReference.TryParse(name) is { DigestSpan: null } image)
        {
            context.Report(word.Span, Message(image: image.Text));
        }
    }
}
