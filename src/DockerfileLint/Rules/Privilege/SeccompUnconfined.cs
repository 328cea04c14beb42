using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3006")]
internal sealed partial class SeccompUnconfined : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeNode item in service.GetItems("security_opt"))
        {
            if (
                item is not ComposeScalar { IsNull: false } scalar
                || !scalar.Text.TryGetValue(out string? text)
                || SecurityOption.Parse(text) is not { Name: "seccomp", Value: { } profile }
            )
            {
                continue;
            }

            if (profile == "unconfined")
            {
                context.Report(scalar.Text.Span, Message(service: service.Name, option: text));
            }
            else if (
                SeccompProfiles.Of(service.Model).AllowsByDefault(profile, scalar.BaseDirectory, context.Cancellation)
            )
            {
                context.Report(scalar.Text.Span, MessageProfile(service: service.Name, profile: profile));
            }
        }
    }
}
