using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5005")]
internal sealed partial class SecretInEnvironment : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeKeyValue variable in service.GetAllEnvironment())
        {
            if (
                variable is { Text: { Certainty: not Certainty.Unknown } text }
                && SecretName.Matches(variable.Name)
                && !SecretValue.IsHarmless(text.Text)
            )
            {
                bool isFallback = text.Certainty == Certainty.Default;
                context.Report(
                    text.GetSourceSpan(new TextSpan(0, text.Text.Length)),
                    isFallback
                        ? MessageFallback(service: service.Name, name: variable.Name)
                        : Message(service: service.Name, name: variable.Name),
                    isFallback ? FallbackTier : null
                );
            }
        }
    }
}
