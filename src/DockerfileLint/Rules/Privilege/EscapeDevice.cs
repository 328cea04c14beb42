using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3010")]
internal sealed partial class EscapeDevice : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ServiceDevice device in service.Devices)
        {
            if (
                device is { IsCdiName: false, Source: { Certainty: not Certainty.Unknown } source }
                && HostDevices.IsEscape(Mount.CleanPath(source.Value))
            )
            {
                context.Report(source.Span, Message(service: service.Name, device: source.Value));
            }
        }
    }
}
