using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3011")]
internal sealed partial class AllDevicesAllowed : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (DeviceRule rule in DeviceRule.Read(service))
        {
            if (rule.AllowsAll)
            {
                context.Report(rule.Fact.Span, Message(service: service.Name, rule: rule.Fact.Value));
            }
        }
    }
}
