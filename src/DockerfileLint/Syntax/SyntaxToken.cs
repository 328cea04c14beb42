using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax;

/// <summary>
/// A token: a kind and a span. The tokens of a tree tile its text without gap or overlap; whitespace, line ends and
/// comments are tokens too.
/// </summary>
/// <param name="Kind">What the token is.</param>
/// <param name="Span">Its text.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct SyntaxToken(SyntaxKind Kind, TextSpan Span);
