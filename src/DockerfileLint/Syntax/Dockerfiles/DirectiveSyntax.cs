using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>A parser directive in the header, such as <c># syntax=docker/dockerfile:1</c>.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class DirectiveSyntax : SyntaxNode
{
    internal DirectiveSyntax(TextSpan span, string name, TextSpan valueSpan)
        : base(span)
    {
        Name = name;
        ValueSpan = valueSpan;
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.Directive;

    /// <summary>The name, lower case.</summary>
    public string Name { get; }

    /// <summary>Where the value stands.</summary>
    public TextSpan ValueSpan { get; }

    /// <summary>The value, case kept.</summary>
    public string Value => Tree.Text.ToString(ValueSpan);
}
