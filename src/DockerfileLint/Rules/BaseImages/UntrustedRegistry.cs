using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DC5009")]
internal sealed partial class UntrustedRegistry : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            service.Build is not null
            || service.Image is not { Reference: { } reference } image
            || TrustedRegistries(context) is not { Length: > 0 } trusted
        )
        {
            return;
        }

        // A variable in the first segment may hold a registry.
        int slash = reference.Text.IndexOf('/');
        bool isKnown =
            image.Text.GetCertainty(new TextSpan(0, slash < 0 ? reference.RepositorySpan.End : slash))
            != Certainty.Unknown;
        string registry = reference.Registry ?? RegistryPattern.DockerHub;
        if (isKnown && !RegistryPattern.MatchesAny(trusted, registry))
        {
            context.Report(image.Span, Message(service: service.Name, image: reference.Text, registry: registry));
        }
    }
}
