using DockerfileLint.Semantics;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

/// <summary>A variable whose secret value stands in a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Place">Where the value stands.</param>
/// <param name="IsFallback">Whether the value holds only where nobody sets another one.</param>
internal readonly record struct SecretVariable(string Name, string Value, SourceSpan Place, bool IsFallback)
{
    /// <summary>Whether a variable holds a secret, by its name and what it is set to.</summary>
    internal static bool IsSecret(string name, string value) =>
        SecretName.Matches(name) && !SecretValue.IsHarmless(value) && !SecretName.IsCount(name, value);
}
