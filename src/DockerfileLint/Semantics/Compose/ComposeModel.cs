using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What a Compose file means: its effective services. Aliases, merge keys and defaults of variables are followed; other files are not.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeModel
{
    private readonly Service[] _services;
    private readonly List<ComposeMapping> _roots;
    private readonly Dictionary<string, Dictionary<string, ComposeEntry>> _definitions = new(StringComparer.Ordinal);
    private Dictionary<string, Service>? _servicesByName;
    private Dictionary<string, Service>? _servicesByContainerName;

    private ComposeModel(ComposeFileSyntax syntax)
    {
        Syntax = syntax;
        var scope = new ComposeScope(syntax.Tree.File);
        _roots = [.. syntax.Roots.Select(root => new ComposeMapping(root, scope, via: null))];
        _services = [.. FindServices(syntax, _roots)];
    }

    /// <summary>The file as it is written.</summary>
    public ComposeFileSyntax Syntax { get; }

    /// <summary>The file.</summary>
    public SourceFile File => Syntax.Tree.File;

    /// <summary>The services in text order.</summary>
    public IReadOnlyList<Service> Services => _services;

    /// <summary>Makes the model of a file. Cheap: facts are computed when they are asked for. Not safe to share between threads.</summary>
    public static ComposeModel Create(YamlSyntaxTree tree) => new(ComposeFileSyntax.Create(tree));

    /// <summary>The service with a name, or <c>null</c>.</summary>
    public Service? FindService(string name)
    {
        if (_servicesByName is null)
        {
            _servicesByName = new Dictionary<string, Service>(StringComparer.Ordinal);
            foreach (Service service in _services)
            {
                _servicesByName[service.Name] = service;
            }
        }

        return _servicesByName.TryGetValue(name, out Service? found) ? found : null;
    }

    /// <summary>The service whose <c>container_name</c> is known to be a name, or <c>null</c>.</summary>
    public Service? FindServiceByContainerName(string name)
    {
        if (_servicesByContainerName is null)
        {
            _servicesByContainerName = new Dictionary<string, Service>(StringComparer.Ordinal);
            foreach (Service service in _services)
            {
                if (service.GetText("container_name") is { Certainty: not Certainty.Unknown } container)
                {
                    _servicesByContainerName[container.Value] = service;
                }
            }
        }

        return _servicesByContainerName.TryGetValue(name, out Service? found) ? found : null;
    }

    /// <summary>The effective definition of a volume, network, secret, config or model; <c>null</c> where there is none.</summary>
    /// <param name="section">The top-level key, such as <c>volumes</c>.</param>
    /// <param name="name">The name below it.</param>
    public ComposeEntry? FindDefinition(string section, string name)
    {
        if (!_definitions.TryGetValue(section, out Dictionary<string, ComposeEntry>? definitions))
        {
            definitions = new Dictionary<string, ComposeEntry>(StringComparer.Ordinal);
            foreach (ComposeMapping root in _roots)
            {
                foreach (ComposeEntry entry in root.GetMapping(section)?.Entries ?? [])
                {
                    definitions[entry.Name] = entry;
                }
            }

            _definitions.Add(section, definitions);
        }

        return definitions.TryGetValue(name, out ComposeEntry? found) ? found : null;
    }

    private IEnumerable<Service> FindServices(ComposeFileSyntax syntax, List<ComposeMapping> roots)
    {
        foreach (ComposeMapping root in roots)
        {
            // Below `services` every key is a name; at top level only what looks like a service is one.
            ComposeMapping? section = syntax.IsLegacyLayout ? root : root.GetMapping("services");
            foreach (ComposeEntry entry in section?.Entries ?? [])
            {
                if (entry.Value is ComposeMapping value && (!syntax.IsLegacyLayout || (!ComposeFileSyntax.IsExtension(entry.Name) && (value.Find("image") ?? value.Find("build")) is not null)))
                {
                    yield return new Service(this, entry, value);
                }
            }
        }
    }
}
