using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4011")]
internal sealed partial class CustomCgroupParent : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // A swarm does not take the key.
        if (context.Target == ComposeTarget.Compose && service.GetText("cgroup_parent") is { } parent)
        {
            context.Report(parent.Span, Message(service: service.Name, parent: parent.DisplayText));
        }
    }
}
