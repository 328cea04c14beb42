using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3011")]
internal sealed partial class AllDevicesAllowed : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<string> rule in service.GetTexts("device_cgroup_rules"))
        {
            if (rule.IsCertainly(DeviceRule.AllowsAll))
            {
                context.Report(rule.Span, Message(service: service.Name, rule: rule.DisplayText));
            }
            else if (rule.IsCertainly(DeviceRule.AllowsEscape))
            {
                context.Report(rule.Span, MessageEscape(service: service.Name, rule: rule.DisplayText));
            }
        }
    }
}
