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
            if (
                mount.Target is { } target
                && mount.Kind.IsCertainly(MountKind.Tmpfs)
                && (mount.Size is not { } size || size.IsCertainly("0"))
            )
            {
                context.Report(target.Span, Message(service: service.Name, path: target.DisplayText));
            }
        }
    }
}
