using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DC5007")]
internal sealed partial class UnpinnedImage : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            service.Build is null
            && service.Image is { Reference: { } reference, Version: { } version } image
            && version.IsCertainly(pin => pin is { Digest: null, Tag: null or "latest" })
        )
        {
            // Who sets the variable has chosen a version.
            bool isFallback = version.Certainty == Certainty.Default;
            context.Report(
                image.Span,
                isFallback
                    ? MessageFallback(service: service.Name, image: reference.Text)
                    : Message(service: service.Name, image: reference.Text),
                isFallback ? FallbackTier : null
            );
        }
    }
}
