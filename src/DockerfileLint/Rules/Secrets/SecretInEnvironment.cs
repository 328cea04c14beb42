using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5005")]
internal sealed partial class SecretInEnvironment : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (SecretVariable secret in FindAll(service))
        {
            context.Report(
                secret.Place,
                secret.IsFallback
                    ? MessageFallback(service: service.Name, name: secret.Name)
                    : Message(service: service.Name, name: secret.Name),
                secret.IsFallback ? FallbackTier : null
            );
        }
    }

    /// <summary>The variables of a service whose secret value stands in the file.</summary>
    internal static IEnumerable<SecretVariable> FindAll(Service service)
    {
        foreach (ComposeKeyValue variable in service.GetAllEnvironment())
        {
            // What an environment file gives is no text of this one, and may be different on each machine.
            if (
                variable.Text?.WithoutFiles() is { } text
                && text.TryGetValue(out string? value)
                && SecretVariable.IsSecret(variable.Name, value)
                && service.Model.FindDefinition("secrets", value) is null
                && !(HasUnsetVariables(service, variable, text) && IsRemnant(value))
            )
            {
                yield return new SecretVariable(
                    variable.Name,
                    text.GetSourceSpan(new TextSpan(0, value.Length)),
                    IsFallback: text.Certainty == Certainty.Default
                );
            }
        }
    }

    private static bool HasUnsetVariables(Service service, ComposeKeyValue variable, InterpolatedText text) =>
        service.OpenVariables != OpenVariables.Unknown || text != variable.Text;

    // What a variable is joined to by a sign is a name with a part of it missing.
    private static bool IsRemnant(string value) => IsSign(value[0]) || IsSign(value[value.Length - 1]);

    private static bool IsSign(char c) => c is '-' or '_' or '.' or ':' or '/' or '@';
}
