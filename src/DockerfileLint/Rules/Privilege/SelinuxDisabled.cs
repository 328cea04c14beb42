using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3008")]
internal sealed partial class SelinuxDisabled : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<SecurityOption> option in service.SecurityOptions)
        {
            if (!option.TryGetValue(out SecurityOption? known) || known.Name != "label")
            {
                continue;
            }

            if (known.Value == "disable")
            {
                context.Report(option.Span, Message(service: service.Name, option: option.DisplayText));
            }
            else if (known.Value is "type:spc_t" or "type=spc_t")
            {
                context.Report(option.Span, MessageType(service: service.Name, option: option.DisplayText));
            }
        }
    }
}
