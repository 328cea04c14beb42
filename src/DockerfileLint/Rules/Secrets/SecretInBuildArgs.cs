using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5011")]
internal sealed partial class SecretInBuildArgs : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeKeyValue argument in service.Build?.Arguments ?? [])
        {
            // Unlike in the environment, a value from outside is no better: whatever it is, the build records it.
            if (
                SecretName.Matches(argument.Name)
                && !(argument.Text?.Whole.TryGetKnown(out string? value) == true && SecretValue.IsHarmless(value))
            )
            {
                context.Report(argument.NameSpan, Message(service: service.Name, name: argument.Name));
            }
        }
    }
}
