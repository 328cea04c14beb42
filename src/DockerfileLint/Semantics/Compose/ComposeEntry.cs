using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A key of the effective project with its value.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeEntry
{
    private readonly ComposeScope _scope;
    private readonly ComposeOrigin? _via;
    private readonly TextSpan _nameSpan;
    private readonly bool _isRead;
    private ComposeNode? _value;

    internal ComposeEntry(string name, YamlPairSyntax pair, ComposeScope scope, ComposeOrigin? via)
    {
        Name = name;
        Syntax = pair;
        _scope = scope;
        _via = via;
        _nameSpan = pair.Key.ContentSpan;
    }

    /// <summary>An entry with a value of its own.</summary>
    internal ComposeEntry(ComposeEntry original, ComposeNode? value, ComposeEntry? replaced)
    {
        Name = original.Name;
        Syntax = original.Syntax;
        Replaced = replaced;
        _scope = original._scope;
        _via = original._via;
        _nameSpan = original._nameSpan;
        _isRead = true;
        _value = value;
    }

    /// <summary>An entry that stands in a list as <c>NAME</c> or <c>NAME=VALUE</c>.</summary>
    internal ComposeEntry(string name, ComposeScalar item, int length, ComposeNode? value)
    {
        Name = name;
        Syntax = item.Scalar;
        _scope = item.Scope;
        _via = item.InnerVia;
        _nameSpan = item.Scalar.GetSourceSpan(new TextSpan(0, length));
        _isRead = true;
        _value = value;
    }

    /// <summary>The key.</summary>
    public string Name { get; }

    /// <summary>What introduces the key: a pair, or an item of a list.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The pair that introduces the key; <c>null</c> where an item of a list does.</summary>
    public YamlPairSyntax? Pair => Syntax as YamlPairSyntax;

    /// <summary>Where the key is written.</summary>
    public SourceSpan NameSpan => _scope.At(_nameSpan);

    /// <summary>The entry of an earlier file or document whose value this one replaces, or <c>null</c>.</summary>
    public ComposeEntry? Replaced { get; }

    /// <summary>The value; <c>null</c> where there is none, or an alias leads nowhere.</summary>
    public ComposeNode? Value =>
        _value
        ?? (
            !_isRead && ComposeNode.Create(Pair!.Value, _scope, _via) is { } value
                ? InterlockedOperations.Initialize(ref _value, value)
                : null
        );

    /// <summary>Compose's own tag of the value, <c>!reset</c> or <c>!override</c>, or <c>null</c>.</summary>
    internal string? Tag => Pair is null ? null : GetTag(Pair);

    /// <summary>Key and value as they are written.</summary>
    public override string ToString() => Syntax.ToString();

    internal static string? GetTag(YamlPairSyntax pair) =>
        pair.Value.Resolved?.Tag is ("!reset" or "!override") and { } tag ? tag : null;

    internal ComposeEntry Through(ComposeStep step) =>
        _isRead
            ? new ComposeEntry(this, _value?.Through(step), Replaced)
            : new ComposeEntry(Name, Pair!, step.Enter(_scope), step.Follow(_scope, _via));

    internal ComposeEntry With(OpenVariables open) =>
        _isRead
            ? new ComposeEntry(this, _value?.With(open), Replaced)
            : new ComposeEntry(Name, Pair!, _scope.With(open), _via);
}
