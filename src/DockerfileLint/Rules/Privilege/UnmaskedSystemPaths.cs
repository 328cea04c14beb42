using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3009")]
internal sealed partial class UnmaskedSystemPaths : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (SecurityOption option in service.SecurityOptions)
        {
            if (option is { Name: "systempaths", Value: "unconfined", Fact.Certainty: not Certainty.Unknown })
            {
                context.Report(option.Fact.Span, Message(service: service.Name, option: option.Fact.Value));
            }
        }
    }
}
