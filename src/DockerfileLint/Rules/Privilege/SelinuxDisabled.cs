using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3008")]
internal sealed partial class SelinuxDisabled : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (SecurityOption option in service.SecurityOptions)
        {
            if (option is not { Name: "label", Fact.Certainty: not Certainty.Unknown })
            {
                continue;
            }

            if (option.Value == "disable")
            {
                context.Report(option.Fact.Span, Message(service: service.Name, option: option.Fact.Value));
            }
            else if (option.Value is "type:spc_t" or "type=spc_t")
            {
                context.Report(option.Fact.Span, MessageType(service: service.Name, option: option.Fact.Value));
            }
        }
    }
}
