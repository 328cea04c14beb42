using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3018")]
internal sealed partial class HostDevice : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ServiceDevice device in service.Devices)
        {
            if (
                device is { IsCdiName: false, Source: { Certainty: not Certainty.Unknown } source }
                && Mount.CleanPath(source.Value) is var path
                && HostDevices.IsSignificant(path)
                && !HostDevices.IsEscape(path)
            )
            {
                context.Report(source.Span, Message(service: service.Name, device: source.Value));
            }
        }
    }
}
