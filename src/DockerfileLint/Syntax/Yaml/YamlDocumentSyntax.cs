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

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.YamlDocument;

    /// <summary>The document's only node; an empty plain scalar in an empty document.</summary>
    public YamlNodeSyntax Content { get; }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => Content;
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

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.YamlStream;

    /// <summary>The documents in text order; none in a file of blanks and comments.</summary>
    public IReadOnlyList<YamlDocumentSyntax> Documents => _documents;

    /// <inheritdoc/>
    public override SyntaxTree Tree => _tree;

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(_documents);
}
