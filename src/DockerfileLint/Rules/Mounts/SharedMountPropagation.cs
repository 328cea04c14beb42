using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2011")]
internal sealed partial class SharedMountPropagation : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (mount.Propagation is not { } propagation || !propagation.TryGetValue(out string? mode))
            {
                continue;
            }

            if (mode is "shared" or "rshared")
            {
                context.Report(propagation.Span, Message(service: service.Name, propagation: mode));
            }
            else if (mode is "slave" or "rslave")
            {
                context.Report(propagation.Span, MessageSlave(service: service.Name, propagation: mode), SlaveTier);
            }
        }
    }
}
