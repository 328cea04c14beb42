using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>A place where something of a Compose project is named.</summary>
/// <param name="Kind">The section that defines it, <c>&amp;</c> for an anchor, <c>$</c> for a variable.</param>
/// <param name="Name">The name; of an anchor with the place of its node.</param>
/// <param name="Span">The name in the text.</param>
/// <param name="IsDefinition">Whether it is defined here.</param>
/// <param name="IsExact">Whether the span is the name as it is written, so that it can be replaced.</param>
internal readonly record struct ComposeOccurrence(
    string Kind,
    string Name,
    SourceSpan Span,
    bool IsDefinition,
    bool IsExact
)
{
    internal bool IsSameSymbol(ComposeOccurrence other) => Kind == other.Kind && Name == other.Name;
}

/// <summary>
/// The services, volumes, networks, secrets and configs of a project, and the anchors and variables of its files, with
/// all places that name them.
/// </summary>
internal sealed class ComposeSymbols
{
    internal const string Services = "services";
    internal const string Anchor = "&";
    internal const string Variable = "$";

    private static readonly string[] Sections = [Services, "networks", "volumes", "secrets", "configs", "models"];
    private static readonly string[] NamespaceKeys = ["network_mode", "pid", "ipc"];

    private readonly List<ComposeOccurrence> _occurrences = [];

    /// <summary>All places in the files of a project, those that it includes among them, file by file.</summary>
    internal static IReadOnlyList<ComposeOccurrence> Find(DocumentView view, CancellationToken cancellation)
    {
        var symbols = new ComposeSymbols();
        var sources = ComposeAnalyzer.CreateSources(
            view.File,
            new ProjectReader(view.Project, cancellation, remembers: false)
        );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(
            view.GetProject(cancellation).Compose.Files.Select(file => file.Tree.File.Path).Append(view.Path)
        );
        while (pending.TryDequeue(out string? path))
        {
            if (seen.Add(path) && sources.Find(path) is { } file)
            {
                symbols.Add(sources.Parse(file), cancellation);
                foreach (string included in ComposeProjectFiles.FindIncludes(file, sources))
                {
                    pending.Enqueue(included);
                }
            }
        }

        return symbols._occurrences;
    }

    internal static ComposeOccurrence? FindAt(IReadOnlyList<ComposeOccurrence> occurrences, string path, int offset)
    {
        ComposeOccurrence? found = null;
        foreach (ComposeOccurrence occurrence in occurrences)
        {
            if (
                occurrence.Span.File.Path == path
                && occurrence.Span.Start <= offset
                && offset <= occurrence.Span.End
                && (found is null || occurrence.Span.Length < found.Value.Span.Length)
            )
            {
                found = occurrence;
            }
        }

        return found;
    }

    private void Add(YamlSyntaxTree tree, CancellationToken cancellation)
    {
        foreach (YamlDocumentSyntax document in tree.Root.Documents)
        {
            if (document.Content is YamlMappingSyntax root)
            {
                AddDefinitions(root);
            }
        }

        var nodes = new DescendantEnumerator(tree.Root);
        while (nodes.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (nodes.Current)
            {
                case YamlAliasSyntax { Target: { } target } alias:
                    AddAnchor(target, new TextSpan(alias.Span.Start + 1, alias.Name.Length), isDefinition: false);
                    break;
                case YamlNodeSyntax { Anchor: { } name } node:
                    AddAnchor(node, new TextSpan(node.AnchorSpan.End - name.Length, name.Length), isDefinition: true);
                    AddScalar(node);
                    break;
                case YamlScalarSyntax scalar:
                    AddScalar(scalar);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddAnchor(YamlNodeSyntax target, TextSpan span, bool isDefinition) =>
        _occurrences.Add(
            new ComposeOccurrence(
                Anchor,
                $"{target.Anchor}@{target.Tree.File.Path}:{target.AnchorSpan.Start}",
                new SourceSpan(target.Tree.File, span),
                isDefinition,
                IsExact: true
            )
        );

    private void AddScalar(YamlNodeSyntax node)
    {
        if (node is not YamlScalarSyntax scalar)
        {
            return;
        }

        foreach ((int start, int length, string name) in ComposeVariables.Find(scalar))
        {
            int offset = scalar.Value.IndexOf(
                name,
                start,
                Math.Min(length, scalar.Value.Length - start),
                StringComparison.Ordinal
            );
            AddPart(Variable, name, scalar, offset < 0 ? start : offset, isDefinition: false);
        }
    }

    private void AddDefinitions(YamlMappingSyntax root)
    {
        foreach (string section in Sections)
        {
            foreach (YamlPairSyntax pair in PairsOf(root.Find(section)?.Value))
            {
                if (pair.Key is YamlScalarSyntax key)
                {
                    AddWhole(section, key, isDefinition: true);
                }

                if (section == Services && pair.Value is YamlMappingSyntax service)
                {
                    AddService(service);
                }
            }
        }
    }

    private void AddService(YamlMappingSyntax service)
    {
        foreach (YamlPairSyntax pair in service.Pairs)
        {
            switch (pair.Name)
            {
                case "depends_on":
                    AddNames(Services, pair.Value);
                    break;
                case "networks":
                    AddNames("networks", pair.Value);
                    break;
                case "models":
                    AddNames("models", pair.Value);
                    break;
                case "secrets" or "configs":
                    AddSources(pair.Name, pair.Value);
                    break;
                case "volumes":
                    AddVolumes(pair.Value);
                    break;
                case "links" or "volumes_from":
                    foreach (YamlScalarSyntax item in ItemsOf(pair.Value).OfType<YamlScalarSyntax>())
                    {
                        int colon = item.Value.IndexOf(':', StringComparison.Ordinal);
                        string name = colon < 0 ? item.Value : item.Value[..colon];
                        if (name != "container")
                        {
                            AddPart(Services, name, item, start: 0, isDefinition: false);
                        }
                    }

                    break;
                case "extends":
                    AddExtends(pair.Value);
                    break;
                case { } key when NamespaceKeys.Contains(key):
                    AddPrefixed(pair.Value);
                    break;
                case "build" when pair.Value is YamlMappingSyntax build:
                    AddSources("secrets", build.Find("secrets")?.Value);
                    foreach (YamlPairSyntax context in PairsOf(build.Find("additional_contexts")?.Value))
                    {
                        AddPrefixed(context.Value);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void AddExtends(YamlNodeSyntax value)
    {
        if (value is YamlScalarSyntax name)
        {
            AddWhole(Services, name, isDefinition: false);
        }
        else if (value is YamlMappingSyntax mapping && mapping.Find("file") is null)
        {
            AddName(Services, mapping.Find("service")?.Value);
        }
    }

    /// <summary><c>service:NAME</c>.</summary>
    private void AddPrefixed(YamlNodeSyntax value)
    {
        const string Prefix = "service:";
        if (value is YamlScalarSyntax scalar && scalar.Value.StartsWith(Prefix, StringComparison.Ordinal))
        {
            AddPart(Services, scalar.Value[Prefix.Length..], scalar, Prefix.Length, isDefinition: false);
        }
    }

    /// <summary>A list of names, or a mapping below names.</summary>
    private void AddNames(string kind, YamlNodeSyntax value)
    {
        foreach (YamlNodeSyntax item in ItemsOf(value))
        {
            AddName(kind, item);
        }

        foreach (YamlPairSyntax pair in PairsOf(value))
        {
            AddName(kind, pair.Key);
        }
    }

    private void AddSources(string kind, YamlNodeSyntax? value)
    {
        foreach (YamlNodeSyntax item in ItemsOf(value))
        {
            AddName(kind, item is YamlMappingSyntax mapping ? mapping.Find("source")?.Value : item);
        }
    }

    private void AddVolumes(YamlNodeSyntax value)
    {
        foreach (YamlNodeSyntax item in ItemsOf(value))
        {
            if (item is YamlScalarSyntax scalar)
            {
                var specification = VolumeSpecification.Parse(scalar.Value);
                if (!specification.IsBind && !specification.Source.IsEmpty)
                {
                    AddPart(
                        "volumes",
                        specification.Source.Text,
                        scalar,
                        specification.Source.Span.Start,
                        isDefinition: false
                    );
                }
            }
            else if (item is YamlMappingSyntax mapping && mapping.GetScalar("type")?.Value is "volume")
            {
                AddName("volumes", mapping.Find("source")?.Value);
            }
        }
    }

    private void AddName(string kind, YamlNodeSyntax? node)
    {
        if (node is YamlScalarSyntax scalar)
        {
            AddWhole(kind, scalar, isDefinition: false);
        }
    }

    private void AddWhole(string kind, YamlScalarSyntax scalar, bool isDefinition)
    {
        if (scalar.Value.Length > 0 && !scalar.Value.StartsWith("x-", StringComparison.Ordinal))
        {
            AddPart(kind, scalar.Value, scalar, start: 0, isDefinition);
        }
    }

    private void AddPart(string kind, string name, YamlScalarSyntax scalar, int start, bool isDefinition)
    {
        TextSpan span = scalar.GetSourceSpan(new TextSpan(start, name.Length));
        _occurrences.Add(
            new ComposeOccurrence(
                kind,
                name,
                new SourceSpan(scalar.Tree.File, span),
                isDefinition,
                scalar.Tree.Text.AsSpan(span).SequenceEqual(name)
            )
        );
    }

    private static IEnumerable<YamlNodeSyntax> ItemsOf(YamlNodeSyntax? node) =>
        node is YamlSequenceSyntax sequence ? sequence.Items : [];

    private static IEnumerable<YamlPairSyntax> PairsOf(YamlNodeSyntax? node) =>
        node is YamlMappingSyntax mapping ? mapping.Pairs : [];
}
