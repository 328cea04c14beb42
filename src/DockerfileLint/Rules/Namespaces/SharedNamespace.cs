using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2007")]
internal sealed partial class SharedNamespace : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Pid is { TargetName: { } pid } pidSetting)
        {
            context.Report(pidSetting.Span, MessagePid(service: service.Name, target: pid.DisplayText));
        }

        if (service.Ipc is { TargetName: { } ipc } ipcSetting)
        {
            context.Report(ipcSetting.Span, MessageIpc(service: service.Name, target: ipc.DisplayText));
        }

        if (service.Network is { TargetName: { } network } networkSetting)
        {
            context.Report(networkSetting.Span, Message(service: service.Name, target: network.DisplayText));
        }
    }
}
