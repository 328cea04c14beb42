using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3014")]
internal sealed partial class DangerousSysctl : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // Another runtime may give the container a kernel of its own.
        if (service.GetText("runtime") is not null)
        {
            return;
        }

        foreach (Sysctl sysctl in Sysctl.Read(service))
        {
            string name = sysctl.Name.DisplayText;
            if (sysctl.Scope == SysctlScope.Host)
            {
                context.Report(sysctl.Name.Span, Message(service: service.Name, sysctl: name));
            }
            else if (GetNamespace(service, sysctl.Scope) is { } setting && setting.IsHost.IsCertainly(true))
            {
                context.Report(
                    sysctl.Name.Span,
                    MessageNamespace(service: service.Name, sysctl: name, key: setting.Key)
                );
            }
        }
    }

    private static NamespaceSetting? GetNamespace(Service service, SysctlScope scope) =>
        scope switch
        {
            SysctlScope.Network => service.Network,
            SysctlScope.Ipc => service.Ipc,
            _ => service.Uts,
        };
}
