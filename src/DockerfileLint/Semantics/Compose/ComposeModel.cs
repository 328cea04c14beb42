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
    private Dictionary<string, Service>? _servicesByName;
    private Dictionary<string, Service>? _servicesByContainerName;

    private ComposeModel(ComposeFileSyntax syntax)
    {
        Syntax = syntax;
        _services = new Service[syntax.Services.Count];
        for (int i = 0; i < _services.Length; i++)
        {
            _services[i] = new Service(this, syntax.Services[i]);
        }
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
}
