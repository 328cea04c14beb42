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
        if (context.Target == ComposeTarget.Swarm || service.Privileged is { Value: true })
        {
            return;
        }

        Fact<string>? refused = null;
        foreach (SecurityOption option in service.SecurityOptions)
        {
            if (option.Fact.Certainty == Certainty.Unknown || (option.Name == OptionName && IsTrue(option.Value)))
            {
                return;
            }

            refused = option.Name == OptionName ? option.Fact : refused;
        }

        if (refused is not null)
        {
            context.Report(refused.Span, MessageRefused(service: service.Name, option: refused.Value));
        }
        else if (service.IsComplete)
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }

    // What the engine reads as a truth value.
    private static bool IsTrue(string? value) => value is null or "1" or "t" or "T" or "true" or "TRUE" or "True";
}
