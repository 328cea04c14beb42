using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3006", "seccomp")]
[Rule("DC3007", "apparmor")]
internal sealed partial class UnconfinedSecurityOption(string name) : GrantRule
{
    private readonly string _name = name;

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<SecurityOption> option in service.SecurityOptions)
        {
            if (option.IsCertainly(known => known.Name == _name && known.Value == "unconfined"))
            {
                context.Report(option.Span, Message(service: service.Name, option: option.DisplayText));
            }
        }
    }
}
