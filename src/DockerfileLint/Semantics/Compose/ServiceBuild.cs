using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Semantics.Compose;

/// <summary>How a service's image is built.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ServiceBuild
{
    private readonly YamlMappingSyntax? _mapping;
    private readonly YamlScalarSyntax? _context;

    private ServiceBuild(YamlPairSyntax pair, YamlMappingSyntax? mapping, YamlScalarSyntax? context)
    {
        Pair = pair;
        _mapping = mapping;
        _context = context;
    }

    /// <summary>The key and its value.</summary>
    public YamlPairSyntax Pair { get; }

    /// <summary>The build context, or <c>null</c> where it is the default, the project's directory.</summary>
    public Fact<string>? Context => _context is not null ? Facts.Create(InterpolatedText.Create(_context)) : Facts.GetText(_mapping, "context");

    /// <summary>Path of the Dockerfile relative to the context, or <c>null</c> for <c>Dockerfile</c>.</summary>
    public Fact<string>? Dockerfile => Facts.GetText(_mapping, "dockerfile");

    /// <summary>The Dockerfile's text where it stands in the Compose file, or <c>null</c>.</summary>
    public YamlScalarSyntax? InlineDockerfile => _mapping?.GetScalar("dockerfile_inline");

    /// <summary>The stage to build, or <c>null</c> for the last one.</summary>
    public Fact<string>? Target => Facts.GetText(_mapping, "target");

    /// <summary>The network of the build, or <c>null</c>.</summary>
    public Fact<string>? Network => Facts.GetText(_mapping, "network");

    /// <summary>Whether the build is privileged, or <c>null</c> where nothing says so.</summary>
    public Fact<bool>? Privileged => Facts.GetBoolean(_mapping, "privileged");

    /// <summary>The extra rights of the build.</summary>
    public IEnumerable<Fact<string>> Entitlements => GetItems("entitlements");

    /// <summary>The build arguments.</summary>
    public IEnumerable<KeyValueSyntax> Arguments => _mapping?.GetKeyValues("args") ?? [];

    /// <summary>The long form, or <c>null</c> where only a context is given.</summary>
    public YamlMappingSyntax? Mapping => _mapping;

    internal static ServiceBuild? Create(YamlMappingSyntax service) => service.Find("build") is not { } pair
        ? null
        : pair.Value.Resolved switch
        {
            YamlMappingSyntax mapping => new ServiceBuild(pair, mapping, context: null),
            YamlScalarSyntax { IsNull: false } context => new ServiceBuild(pair, mapping: null, context),
            _ => null,
        };

    private IEnumerable<Fact<string>> GetItems(string key) =>
        _mapping is null ? [] : _mapping.GetItems(key).OfType<YamlScalarSyntax>().Select(scalar => Facts.Create(InterpolatedText.Create(scalar)));
}
