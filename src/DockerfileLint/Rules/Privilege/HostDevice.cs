using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3018")]
internal sealed partial class HostDevice : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ServiceDevice device in service.Devices)
        {
            if (
                device is { IsCdiName: false, Source: { } source }
                && source
                    .Select(Mount.CleanPath)
                    .IsCertainly(path => HostDevices.IsSignificant(path) && !HostDevices.IsEscape(path))
            )
            {
                context.Report(source.Span, Message(service: service.Name, device: source.DisplayText));
            }
        }
    }
}
