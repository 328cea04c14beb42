using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3001")]
internal sealed partial class Privileged : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Privileged is { } privileged && privileged.IsCertainly(true))
        {
            context.Report(privileged.Span, Message(service: service.Name));
        }

        foreach (ServiceHook hook in service.Hooks)
        {
            if (hook.Privileged is { } hookPrivileged && hookPrivileged.IsCertainly(true))
            {
                context.Report(hookPrivileged.Span, MessageHook(hook: hook.Key, service: service.Name));
            }
        }
    }
}
