using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

/// <summary>A namespace of the host that only its own key gives; see <see cref="HostPidNamespace"/>.</summary>
[Rule("DC2004", "uts")]
[Rule("DC2005", "userns_mode")]
[Rule("DC2006", "cgroup")]
internal sealed partial class HostNamespace(string key) : GrantRule
{
    private readonly string _key = key;

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.GetNamespace(_key) is { } setting && setting.IsHost.IsCertainly(true))
        {
            context.Report(setting.Span, Message(service: service.Name));
        }
    }
}
