using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4012")]
internal sealed partial class UnboundedTmpfs : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // Its pages count as the container's memory.
        if (service.GetLimits(context.Target).Memory is not null)
        {
            return;
        }

        foreach (Mount mount in service.Mounts)
        {
            if (mount is { Kind: MountKind.Tmpfs, Target: { } target, Size: null or { Value: "0" } })
            {
                context.Report(target.Span, Message(service: service.Name, path: target.Value));
            }
        }
    }
}
