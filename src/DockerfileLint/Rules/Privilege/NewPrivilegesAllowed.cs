using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3005")]
internal sealed partial class NewPrivilegesAllowed : ComposeRule
{
    private const string OptionName = "no-new-privileges";

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // A swarm does not take the option.
        if (context.Target == ComposeTarget.Swarm || service.Privileged.IsCertainly(true))
        {
            return;
        }

        Fact<SecurityOption>? last = null;
        foreach (Fact<SecurityOption> option in service.SecurityOptions)
        {
            if (option.MayBe(known => known.Name == OptionName && IsTrue(known.Value)))
            {
                return;
            }

            last = option.IsCertainly(known => known.Name == OptionName) ? option : last;
        }

        if (last is { } refused)
        {
            context.Report(refused.Span, MessageRefused(service: service.Name, option: refused.DisplayText));
        }
        else if (service.IsComplete)
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }

    // What the engine reads as a truth value.
    private static bool IsTrue(string? value) => value is null or "1" or "t" or "T" or "true" or "TRUE" or "True";
}
