using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
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
            if (SharedSecrets.Of(service.Model).FindOthers(secret) is { } others)
            {
                context.Report(
                    secret.Place,
                    secret.IsFallback ? MessageFallback(name: secret.Name) : Message(name: secret.Name),
                    secret.IsFallback ? FallbackTier : null,
                    others
                );
            }
        }
    }

    /// <summary>The variables of a service whose secret value stands in the file.</summary>
    internal static IEnumerable<SecretVariable> FindAll(Service service)
    {
        foreach (ComposeKeyValue variable in service.GetAllEnvironment())
        {
            if (FindSecret(service, variable) is { } value && variable.Text?.WithoutFiles() is { } text)
            {
                yield return new SecretVariable(
                    variable.Name,
                    value,
                    text.GetSourceSpan(new TextSpan(0, value.Length)),
                    IsFallback: text.Certainty == Certainty.Default
                );
            }
        }
    }

    /// <summary>The value of a variable where it is a secret that the file gives.</summary>
    private static string? FindSecret(Service service, ComposeKeyValue variable) =>
        // What an environment file gives is no text of this one, and may be different on each machine.
        variable.Text?.WithoutFiles()
            is { } text
        && text.TryGetValue(out string? value)
        && SecretVariable.IsSecret(variable.Name, value)
        && service.Model.FindDefinition("secrets", value) is null
        && !(HasUnsetVariables(service, variable, text) && IsRemnant(value))
            ? value
            : null;

    private static bool HasUnsetVariables(Service service, ComposeKeyValue variable, InterpolatedText text) =>
        service.OpenVariables != OpenVariables.Unknown || text != variable.Text;

    // What a variable is joined to by a sign is a name with a part of it missing.
    private static bool IsRemnant(string value) => IsSign(value[0]) || IsSign(value[value.Length - 1]);

    private static bool IsSign(char c) => c is '-' or '_' or '.' or ':' or '/' or '@';

    /// <summary>Where each secret of a project is written; one that services share is one finding.</summary>
    private sealed class SharedSecrets
    {
        private readonly Dictionary<(SourceFile File, string Value), List<SourceSpan>> _places = [];

        private SharedSecrets(ComposeModel model)
        {
            foreach (Service service in model.Services)
            {
                foreach (SecretVariable secret in FindAll(service))
                {
                    Add(secret.Value, secret.Place);
                }
            }
        }

        internal static SharedSecrets Of(ComposeModel model) =>
            model.Indexes.Get(model, static model => new SharedSecrets(model));

        /// <summary>
        /// The other places of a secret in the file, or <c>null</c> where one of them stands in front of this one.
        /// </summary>
        internal ImmutableArray<RelatedLocation>? FindOthers(SecretVariable secret)
        {
            SourceSpan place = secret.Place;
            if (
                !_places.TryGetValue((place.File, secret.Value), out List<SourceSpan>? places)
                || !places.Contains(place)
            )
            {
                return ImmutableArray<RelatedLocation>.Empty;
            }

            return places[0] == place
                ? [.. places.Skip(1).Select(other => new RelatedLocation(other, "The same secret here."))]
                : null;
        }

        private void Add(string value, SourceSpan place)
        {
            if (!_places.TryGetValue((place.File, value), out List<SourceSpan>? places))
            {
                _places.Add((place.File, value), places = []);
            }

            // What is inherited stands at one place for many services; few places are worth a list.
            if (places.Count <= AnalysisBudget.MaxRelatedLocations && !places.Contains(place))
            {
                places.Add(place);
            }
        }
    }
}
