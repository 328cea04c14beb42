using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Syntax.Compose;

/// <summary>A Compose file as a typed view over its YAML tree. It holds no nodes of its own.</summary>
public sealed class ComposeFileSyntax
{
    private readonly Dictionary<string, Dictionary<string, YamlPairSyntax>> _definitions = new(StringComparer.Ordinal);

    private ComposeFileSyntax(YamlSyntaxTree tree, List<YamlMappingSyntax> roots)
    {
        Tree = tree;
        Roots = roots;
        Services = FindServices(out bool isLegacyLayout);
        IsLegacyLayout = isLegacyLayout;
    }

    /// <summary>The YAML tree.</summary>
    public YamlSyntaxTree Tree { get; }

    /// <summary>The top-level mapping of each document; Compose reads later documents as overrides of the first.</summary>
    public IReadOnlyList<YamlMappingSyntax> Roots { get; }

    /// <summary>The services in text order, those of later documents included.</summary>
    public IReadOnlyList<ServiceSyntax> Services { get; }

    /// <summary>Whether the file has the layout of Compose version 1, with services at top level, which Compose refuses today.</summary>
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

    /// <summary>The definition of a volume, network, secret, config or model, from the last document that has it; <c>null</c> where there is none.</summary>
    /// <param name="section">The top-level key, such as <c>volumes</c>.</param>
    /// <param name="name">The name below it.</param>
    public YamlPairSyntax? FindDefinition(string section, string name)
    {
        if (!_definitions.TryGetValue(section, out Dictionary<string, YamlPairSyntax>? definitions))
        {
            definitions = new Dictionary<string, YamlPairSyntax>(StringComparer.Ordinal);
            foreach (YamlMappingSyntax root in Roots)
            {
                foreach (YamlPairSyntax pair in root.GetMapping(section)?.GetEffectivePairs() ?? [])
                {
                    if (pair.Name is { } key)
                    {
                        definitions[key] = pair;
                    }
                }
            }

            _definitions.Add(section, definitions);
        }

        return definitions.TryGetValue(name, out YamlPairSyntax? found) ? found : null;
    }

    private List<ServiceSyntax> FindServices(out bool isLegacyLayout)
    {
        isLegacyLayout = false;
        var services = new List<ServiceSyntax>();
        bool hasServicesKey = false;
        foreach (YamlMappingSyntax root in Roots)
        {
            if (root.Find("services") is { } section)
            {
                hasServicesKey = true;
                AddServices(section.Value.Resolved as YamlMappingSyntax, services, isLegacyLayout: false);
            }
        }

        if (!hasServicesKey && Roots.Count == 1)
        {
            AddServices(Roots[0], services, isLegacyLayout: true);
            isLegacyLayout = services.Count > 0;
        }

        return services;
    }

    private static void AddServices(YamlMappingSyntax? section, List<ServiceSyntax> services, bool isLegacyLayout)
    {
        if (section is null)
        {
            return;
        }

        foreach (YamlPairSyntax pair in section.GetEffectivePairs())
        {
            if (pair.Name is not { } name || pair.Value.Resolved is not YamlMappingSyntax mapping)
            {
                continue;
            }

            // Below `services` every key is a name; at top level only what looks like a service is one.
            if (!isLegacyLayout || (!IsExtension(name) && (mapping.Find("image") ?? mapping.Find("build")) is not null))
            {
                services.Add(new ServiceSyntax(name, pair, mapping));
            }
        }
    }
}
