using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>An alias <c>*name</c>: the node that carries the anchor stands here too.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class YamlAliasSyntax : YamlNodeSyntax
{
    internal YamlAliasSyntax(TextSpan span, string name)
        : base(span, properties: null)
    {
        Name = name;
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.YamlAlias;

    /// <summary>The name without <c>*</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The nearest node above with that anchor; <c>null</c> where there is none, where it encloses the alias, and where
    /// the aliases of the file stand for too much.
    /// </summary>
    public YamlNodeSyntax? Target { get; internal set; }

    /// <summary>
    /// The node that the alias stands for. YAML lets no alias carry an anchor, so it is never an alias itself.
    /// </summary>
    public override YamlNodeSyntax? Resolved => Target;
}
