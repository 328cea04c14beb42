using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// A value of the effective project: aliases and merge keys followed, variables expanded, files merged. It is made when
/// it is asked for, so that a file that repeats itself by aliases costs only what is looked at.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ComposeNode
{
    private protected ComposeNode(YamlNodeSyntax syntax, ComposeScope scope, ComposeOrigin? via)
    {
        Syntax = syntax;
        Scope = scope;
        InnerVia = via;
    }

    /// <summary>
    /// The YAML node that decides the value: of a scalar the one that wins, of a mapping or sequence the one that its
    /// parts were merged into.
    /// </summary>
    public YamlNodeSyntax Syntax { get; }

    /// <summary>The file that the value is written in.</summary>
    public SourceFile File => Scope.File;

    /// <summary>
    /// The folder that a relative path in the value starts from, relative to the linted root with <c>/</c> between its
    /// segments; empty for the root itself.
    /// </summary>
    public string BaseDirectory => Scope.Directory;

    /// <summary>Where the value is written.</summary>
    public virtual SourceSpan Span => Scope.At(Syntax.ContentSpan);

    /// <summary>
    /// The steps from where the value is written to where it takes effect, nearest to the written value first;
    /// <c>null</c> where it takes effect in place.
    /// </summary>
    public ComposeOrigin? Via => Scope.Follow(InnerVia);

    internal ComposeScope Scope { get; }

    /// <summary>The steps before those that bring the whole file in.</summary>
    internal ComposeOrigin? InnerVia { get; }

    /// <summary>The source text.</summary>
    public override string ToString() => Span.GetText();

    /// <summary>The effective node of a written one; <c>null</c> for an alias that leads nowhere.</summary>
    internal static ComposeNode? Create(YamlNodeSyntax node, ComposeScope scope, ComposeOrigin? via)
    {
        if (node is YamlAliasSyntax { Target: not null })
        {
            via = new ComposeOrigin(ComposeOriginKind.Alias, scope.At(node.Span), via);
        }

        return node.Resolved switch
        {
            YamlMappingSyntax mapping => new ComposeMapping(mapping, scope, via),
            YamlSequenceSyntax sequence => new ComposeSequence(sequence, scope, via),
            YamlScalarSyntax scalar => new ComposeScalar(scalar, scope, via),
            _ => null,
        };
    }

    /// <summary>The same value brought in by one more step.</summary>
    internal abstract ComposeNode Through(ComposeStep step);

    /// <summary>The same value with another reading of the variables that files leave open.</summary>
    internal abstract ComposeNode With(OpenVariables open);
}
