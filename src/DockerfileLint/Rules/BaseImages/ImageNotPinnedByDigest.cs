using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DC5008")]
internal sealed partial class ImageNotPinnedByDigest : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            service.Build is null
            && service.Image is { Reference: { } reference } image
            && image.Version.IsCertainly(version => version.Digest is null)
            && !ImageIds.IsImageId(reference.Text.AsSpan())
        )
        {
            context.Report(image.Span, Message(service: service.Name, image: reference.Text));
        }
    }
}
