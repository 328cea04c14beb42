using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A key of the effective project with its value.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeEntry
{
    private readonly ComposeScope _scope;
    private readonly ComposeOrigin? _via;
    private ComposeNode? _value;

    internal ComposeEntry(string name, YamlPairSyntax pair, ComposeScope scope, ComposeOrigin? via)
    {
        Name = name;
        Pair = pair;
        _scope = scope;
        _via = via;
    }

    /// <summary>The key.</summary>
    public string Name { get; }

    /// <summary>The pair that introduces the key.</summary>
    public YamlPairSyntax Pair { get; }

    /// <summary>Where the key is written.</summary>
    public SourceSpan NameSpan => _scope.At(Pair.Key.ContentSpan);

    /// <summary>The value; <c>null</c> where an alias leads nowhere.</summary>
    public ComposeNode? Value => _value ??= ComposeNode.Create(Pair.Value, _scope, _via);

    /// <summary>Key and value.</summary>
    public override string ToString() => Pair.ToString();
}
