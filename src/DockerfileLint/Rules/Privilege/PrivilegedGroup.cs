using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3015")]
internal sealed partial class PrivilegedGroup : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<string> group in service.GetTexts("group_add"))
        {
            if (group.IsCertainly(HostGroups.IsPrivileged))
            {
                context.Report(group.Span, Message(service: service.Name, group: group.DisplayText));
            }
        }
    }
}
