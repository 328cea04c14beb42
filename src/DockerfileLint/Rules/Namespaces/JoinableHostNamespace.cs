using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

/// <summary>A namespace of the host that a service also gets by joining another one's.</summary>
[Rule("DC2001", "pid")]
[Rule("DC2003", "network_mode")]
internal sealed partial class JoinableHostNamespace(string key) : GrantRule
{
    private readonly string _key = key;

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.GetNamespace(_key) is { } setting && setting.IsHost.IsCertainly(true))
        {
            context.Report(
                setting.Span,
                setting.TargetName is { } target
                    ? MessageJoined(service: service.Name, target: target.DisplayText)
                    : Message(service: service.Name)
            );
        }
    }
}
