using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>The variables that a Compose file leaves to its environment.</summary>
internal static class ComposeVariables
{
    /// <summary>The expressions of a scalar in order, with their places in its value.</summary>
    internal static IReadOnlyList<(int Start, int Length, string Name)> Find(YamlScalarSyntax scalar)
    {
        if (!scalar.Value.Contains('$', StringComparison.Ordinal))
        {
            return [];
        }

        var references = new List<VariableReference>();
        Interpolator.Expand(scalar.Value, ComposeVariable.FindNone, references, out _);
        return
        [
            .. references
                .Where(reference => reference.Name.Length > 0)
                .Select(reference => (reference.Span.Start, reference.Span.Length, reference.Name)),
        ];
    }
}
