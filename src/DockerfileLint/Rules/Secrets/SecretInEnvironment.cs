using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5005")]
internal sealed partial class SecretInEnvironment : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeKeyValue variable in service.GetAllEnvironment())
        {
            if (
                variable.Text is { } text
                && text.TryGetValue(out string? value)
                && SecretName.Matches(variable.Name)
                && !SecretValue.IsHarmless(value)
                && !(service.OpenVariables != OpenVariables.Unknown && IsRemnant(value))
            )
            {
                bool isFallback = text.Certainty == Certainty.Default;
                context.Report(
                    text.GetSourceSpan(new TextSpan(0, value.Length)),
                    isFallback
                        ? MessageFallback(service: service.Name, name: variable.Name)
                        : Message(service: service.Name, name: variable.Name),
                    isFallback ? FallbackTier : null
                );
            }
        }
    }

    // What a variable is joined to by a sign is a name with a part of it missing.
    private static bool IsRemnant(string value) => IsSign(value[0]) || IsSign(value[value.Length - 1]);

    private static bool IsSign(char c) => c is '-' or '_' or '.' or ':' or '/' or '@';
}
