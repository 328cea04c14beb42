using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Syntax.Compose;

/// <summary>A Compose file as a typed view over its YAML tree. It holds no nodes of its own.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeFileSyntax
{
    private IReadOnlyList<ServiceSyntax>? _services;

    private ComposeFileSyntax(YamlSyntaxTree tree, List<YamlMappingSyntax> roots)
    {
        Tree = tree;
        Roots = roots;
        IsLegacyLayout =
            roots.Count == 1 && roots[0].Find("services") is null && roots[0].GetEffectivePairs().Any(IsLegacyService);
    }

    /// <summary>The YAML tree.</summary>
    public YamlSyntaxTree Tree { get; }

    /// <summary>
    /// The top-level mapping of each document; Compose reads later documents as overrides of the first.
    /// </summary>
    public IReadOnlyList<YamlMappingSyntax> Roots { get; }

    /// <summary>The services in text order, those of later documents included.</summary>
    public IReadOnlyList<ServiceSyntax> Services => _services ??= FindServices();

    /// <summary>
    /// Whether the file has the layout of Compose version 1, with services at top level, which Compose refuses today.
    /// </summary>
    public bool IsLegacyLayout { get; }

    /// <summary>Makes the view.</summary>
    public static ComposeFileSyntax Create(YamlSyntaxTree tree)
    {
        if (tree is null)
        {
            throw new ArgumentNullException(nameof(tree));
        }

        var roots = new List<YamlMappingSyntax>();
        foreach (YamlDocumentSyntax document in tree.Root.Documents)
        {
            if (document.Content is YamlMappingSyntax root)
            {
                roots.Add(root);
            }
        }

        return new ComposeFileSyntax(tree, roots);
    }

    /// <summary>Whether a key is an extension <c>x-…</c>, which Compose ignores where keys are not names.</summary>
    public static bool IsExtension(string key) => key is not null && key.StartsWith("x-", StringComparison.Ordinal);

    // Only what looks like a service is one at top level.
    private static bool IsLegacyService(YamlPairSyntax pair) =>
        pair.Name is { } name
        && !IsExtension(name)
        && pair.Value.Resolved is YamlMappingSyntax mapping
        && (mapping.Find("image") ?? mapping.Find("build")) is not null;

    private List<ServiceSyntax> FindServices()
    {
        var services = new List<ServiceSyntax>();
        foreach (YamlMappingSyntax root in Roots)
        {
            YamlMappingSyntax? section = IsLegacyLayout ? root : root.GetMapping("services");
            foreach (YamlPairSyntax pair in section?.GetEffectivePairs() ?? [])
            {
                if (
                    pair.Name is { } name
                    && pair.Value.Resolved is YamlMappingSyntax mapping
                    && (!IsLegacyLayout || IsLegacyService(pair))
                )
                {
                    services.Add(new ServiceSyntax(name, pair, mapping));
                }
            }
        }

        return services;
    }
}
