using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3009")]
internal sealed partial class UnmaskedSystemPaths : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<SecurityOption> option in service.SecurityOptions)
        {
            if (option.IsCertainly(known => known is { Name: "systempaths", Value: "unconfined" }))
            {
                context.Report(option.Span, Message(service: service.Name, option: option.DisplayText));
            }
        }
    }
}
