using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Users;

[Rule("DC3002")]
internal sealed partial class UserIsRoot : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // Whoever writes ${UID}:${GID} sets both.
        if (
            service.User is { } user
            && user.IsCertainly(known => known.IsRoot)
            && (service.OpenVariables == OpenVariables.Unknown || user.DisplayText != ":")
        )
        {
            string written = user.Span.GetText();
            string value = user.DisplayText;
            context.Report(
                user.Span,
                user.Certainty == Certainty.Default
                    ? MessageVariable(service: service.Name, value: written, user: value)
                    : Message(service: service.Name, user: value)
            );
        }

        foreach (ServiceHook hook in service.Hooks)
        {
            if (hook.User is { } hookUser && hookUser.IsCertainly(known => known.IsRoot))
            {
                context.Report(
                    hookUser.Span,
                    MessageHook(hook: hook.Key, service: service.Name, user: hookUser.DisplayText),
                    HookTier
                );
            }
        }
    }
}
