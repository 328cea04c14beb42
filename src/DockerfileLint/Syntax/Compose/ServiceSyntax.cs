using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Compose;

/// <summary>A service as it is written.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ServiceSyntax
{
    internal ServiceSyntax(string name, YamlPairSyntax pair, YamlMappingSyntax mapping)
    {
        Name = name;
        Pair = pair;
        Mapping = mapping;
    }

    /// <summary>The service's name.</summary>
    public string Name { get; }

    /// <summary>Where the name is written.</summary>
    public TextSpan NameSpan => Pair.Key.Span;

    /// <summary>Name and definition.</summary>
    public YamlPairSyntax Pair { get; }

    /// <summary>The definition with its alias followed; its lookups follow merge keys.</summary>
    public YamlMappingSyntax Mapping { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
