using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Compose;

/// <summary>Reads the shapes that Compose lets its values have. All lookups follow merge keys and aliases.</summary>
[Experimental(ExperimentalApi.Id)]
public static class ComposeNodeExtensions
{
    /// <summary>The scalar of a key; <c>null</c> where the key is missing, null or no scalar.</summary>
    public static YamlScalarSyntax? GetScalar(this YamlMappingSyntax mapping, string key) =>
        Checked(mapping).FindValue(key) is YamlScalarSyntax scalar && !scalar.IsNull ? scalar : null;

    /// <summary>The mapping of a key; <c>null</c> where the key is missing or no mapping.</summary>
    public static YamlMappingSyntax? GetMapping(this YamlMappingSyntax mapping, string key) =>
        Checked(mapping).FindValue(key) as YamlMappingSyntax;

    /// <summary>The value below a path of keys; <c>null</c> where one of them is missing.</summary>
    public static YamlNodeSyntax? FindPath(this YamlMappingSyntax mapping, params string[] keys)
    {
        YamlNodeSyntax? node = Checked(mapping);
        foreach (string key in keys)
        {
            node = (node as YamlMappingSyntax)?.FindValue(key);
        }

        return node;
    }

    /// <summary>
    /// The items of a key that takes a list or a single value, aliases followed; none where it is missing or null.
    /// </summary>
    public static IEnumerable<YamlNodeSyntax> GetItems(this YamlMappingSyntax mapping, string key)
    {
        switch (Checked(mapping).FindValue(key))
        {
            case YamlSequenceSyntax sequence:
                foreach (YamlNodeSyntax item in sequence.Items)
                {
                    if (item.Resolved is { } resolved)
                    {
                        yield return resolved;
                    }
                }

                break;
            case YamlScalarSyntax { IsNull: false } scalar:
                yield return scalar;
                break;
        }
    }

    /// <summary>
    /// The entries of a key that takes a mapping or a list of <c>KEY=VALUE</c>: <c>environment</c>, <c>labels</c>,
    /// <c>build.args</c>, <c>sysctls</c> …
    /// </summary>
    public static IEnumerable<KeyValueSyntax> GetKeyValues(this YamlMappingSyntax mapping, string key)
    {
        switch (Checked(mapping).FindValue(key))
        {
            case YamlMappingSyntax entries:
                foreach (YamlPairSyntax pair in entries.GetEffectivePairs())
                {
                    if (pair.Name is { } name)
                    {
                        var scalar = pair.Value.Resolved as YamlScalarSyntax;
                        yield return new KeyValueSyntax(
                            name,
                            pair.Key.ContentSpan,
                            scalar is { IsNull: false } ? scalar : null,
                            0,
                            pair
                        );
                    }
                }

                break;
            case YamlSequenceSyntax list:
                foreach (YamlNodeSyntax item in list.Items)
                {
                    if (item.Resolved is YamlScalarSyntax scalar)
                    {
                        int equals = scalar.Value.IndexOf('=');
                        int nameLength = equals < 0 ? scalar.Value.Length : equals;
                        yield return new KeyValueSyntax(
                            scalar.Value.Substring(0, nameLength),
                            scalar.GetSourceSpan(new TextSpan(0, nameLength)),
                            equals < 0 ? null : scalar,
                            equals + 1,
                            scalar
                        );
                    }
                }

                break;
        }
    }

    private static YamlMappingSyntax Checked(YamlMappingSyntax mapping) =>
        mapping ?? throw new ArgumentNullException(nameof(mapping));
}

/// <summary>An entry of a mapping or of a list of <c>KEY=VALUE</c>.</summary>
/// <param name="Name">The name; where it is empty the entry is broken.</param>
/// <param name="NameSpan">Where the name is written.</param>
/// <param name="Scalar">
/// The scalar that holds the value, or <c>null</c> where the value comes from the caller's environment.
/// </param>
/// <param name="ValueStart">0-based offset of the value in the scalar's text: 0, or behind the <c>=</c>.</param>
/// <param name="Node">The whole entry.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct KeyValueSyntax(
    string Name,
    TextSpan NameSpan,
    YamlScalarSyntax? Scalar,
    int ValueStart,
    SyntaxNode Node
)
{
    /// <summary>The value before interpolation, or <c>null</c>.</summary>
    public string? Value =>
        Scalar is null ? null
        : ValueStart == 0 ? Scalar.Value
        : Scalar.Value.Substring(ValueStart);

    /// <summary>Where the value is written; the name's place where there is none.</summary>
    public TextSpan ValueSpan =>
        Scalar is null ? NameSpan
        : ValueStart == 0 ? Scalar.ContentSpan
        : Scalar.GetSourceSpan(TextSpan.FromBounds(ValueStart, Scalar.Value.Length));
}
