using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3010")]
internal sealed partial class EscapeDevice : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ServiceDevice device in service.Devices)
        {
            if (
                device is { IsCdiName: false, Source: { } source }
                && source.IsCertainly(path => HostDevices.IsEscape(Mount.CleanPath(path)))
            )
            {
                context.Report(source.Span, Message(service: service.Name, device: source.DisplayText));
            }
        }
    }
}
