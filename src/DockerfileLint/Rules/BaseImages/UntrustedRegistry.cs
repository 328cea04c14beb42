using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DC5009")]
internal sealed partial class UntrustedRegistry : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            service.Build is null
            && TrustedRegistries(context) is { Length: > 0 } trusted
            && service.Image is { } image
            && image.Registry.TryGetValue(out string? registry)
            && !Trusts(context.GetIndex(trusted, TrustedImages.Create), image, registry)
        )
        {
            context.Report(image.Span, Message(service: service.Name, registry: registry));
        }
    }

    private static bool Trusts(TrustedImages trusted, ServiceImage image, string registry) =>
        image.Text.Certainty == Certainty.Unknown
            ? trusted.TrustsSomeOf(registry)
            : trusted.Trusts(registry, image.Reference);
}
