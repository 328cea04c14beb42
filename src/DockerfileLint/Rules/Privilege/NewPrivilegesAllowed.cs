using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3005")]
internal sealed partial class NewPrivilegesAllowed : ComposeRule
{
    private const string OptionName = "no-new-privileges";

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (!AllowsNewPrivileges(service, context.Target))
        {
            return;
        }

        Fact<SecurityOption>? last = null;
        foreach (Fact<SecurityOption> option in service.SecurityOptions)
        {
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

    // A swarm does not take the option.
    internal static bool AllowsNewPrivileges(Service service, ComposeTarget target) =>
        target != ComposeTarget.Swarm
        && !service.Privileged.IsCertainly(true)
        && !service.SecurityOptions.Any(option =>
            option.MayBe(known => known.Name == OptionName && IsTrue(known.Value))
        );

    // What the engine reads as a truth value.
    private static bool IsTrue(string? value) => value is null or "1" or "t" or "T" or "true" or "TRUE" or "True";
}
