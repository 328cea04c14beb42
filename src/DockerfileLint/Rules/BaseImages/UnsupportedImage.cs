using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DC5017")]
internal sealed partial class UnsupportedImage : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // What is built has this name as a result, and what it is built on stands in the Dockerfile.
        if (
            service.Build is null
            && service.Image is { Reference: { } reference, Version: { } version } image
            && version.IsCertainly(pin => pin.Tag is not null)
            && ImageSupport.FindEnded(reference) is { } ended
        )
        {
            context.Report(
                image.Span,
                Message(release: ended.Name, image: reference.Text, date: ended.End, replacement: ended.Replacement)
            );
        }
    }
}
