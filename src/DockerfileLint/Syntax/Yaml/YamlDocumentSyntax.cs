using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>One document of a stream.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class YamlDocumentSyntax : SyntaxNode
{
    internal YamlDocumentSyntax(TextSpan span, YamlNodeSyntax content)
        : base(span)
    {
        Content = content;
        Adopt(content);
    }

    /// <summary>The document's only node; an empty plain scalar in an empty document.</summary>
    public YamlNodeSyntax Content { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<SyntaxNode> ChildNodes => [Content];
}

/// <summary>The root of a YAML tree: the documents of a file.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class YamlStreamSyntax : SyntaxNode
{
    private readonly YamlDocumentSyntax[] _documents;
    private readonly YamlSyntaxTree _tree;

    internal YamlStreamSyntax(YamlSyntaxTree tree, YamlDocumentSyntax[] documents)
        : base(new TextSpan(0, tree.Text.Length))
    {
        _tree = tree;
        _documents = documents;
        foreach (YamlDocumentSyntax document in documents)
        {
            Adopt(document);
        }
    }

    /// <summary>The documents in text order; none in a file of blanks and comments.</summary>
    public IReadOnlyList<YamlDocumentSyntax> Documents => _documents;

    /// <inheritdoc/>
    public override SyntaxTree Tree => _tree;

    /// <inheritdoc/>
    public override IReadOnlyList<SyntaxNode> ChildNodes => _documents;
}
