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
            if (FindSecret(service, variable) is not { } value || variable.Text?.WithoutFiles() is not { } text)
            {
                continue;
            }

            // A secret that several services share is one finding, by the name that it has first.
            string name = SecretNames.Of(service.Model).FindFirst(value) ?? variable.Name;
            bool isFallback = text.Certainty == Certainty.Default;
            context.Report(
                text.GetSourceSpan(new TextSpan(0, value.Length)),
                isFallback ? MessageFallback(name: name) : Message(name: name),
                isFallback ? FallbackTier : null
            );
        }
    }

    /// <summary>The value of a variable where it is a secret that the file gives.</summary>
    private static string? FindSecret(Service service, ComposeKeyValue variable) =>
        // What an environment file gives is no text of this one, and may be different on each machine.
        variable.Text?.WithoutFiles()
            is { } text
        && text.TryGetValue(out string? value)
        && SecretName.Matches(variable.Name)
        && !SecretValue.IsHarmless(value)
        && !SecretName.IsCount(variable.Name, value)
        && service.Model.FindDefinition("secrets", value) is null
        && !(HasUnsetVariables(service, variable, text) && IsRemnant(value))
            ? value
            : null;

    private static bool HasUnsetVariables(Service service, ComposeKeyValue variable, InterpolatedText text) =>
        service.OpenVariables != OpenVariables.Unknown || text != variable.Text;

    // What a variable is joined to by a sign is a name with a part of it missing.
    private static bool IsRemnant(string value) => IsSign(value[0]) || IsSign(value[value.Length - 1]);

    private static bool IsSign(char c) => c is '-' or '_' or '.' or ':' or '/' or '@';

    /// <summary>The name that each secret of a project has where it is written first.</summary>
    private sealed class SecretNames
    {
        private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

        private SecretNames(ComposeModel model)
        {
            foreach (Service service in model.Services)
            {
                foreach (ComposeKeyValue variable in service.GetAllEnvironment())
                {
                    if (FindSecret(service, variable) is { } value && !_names.ContainsKey(value))
                    {
                        _names.Add(value, variable.Name);
                    }
                }
            }
        }

        internal static SecretNames Of(ComposeModel model) =>
            model.Indexes.Get(model, static model => new SecretNames(model));

        internal string? FindFirst(string value) => _names.TryGetValue(value, out string? name) ? name : null;
    }
}
