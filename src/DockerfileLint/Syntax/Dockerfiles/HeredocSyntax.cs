using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// A here-document: the lines between an operator such as <c>&lt;&lt;EOF</c> and its terminator. The span covers body
/// and terminator.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class HeredocSyntax : SyntaxNode
{
    internal HeredocSyntax(TextSpan span, HeredocOperator heredoc, TextSpan bodySpan, bool isTerminated)
        : base(span)
    {
        Name = heredoc.Name;
        OperatorSpan = heredoc.Span;
        StripsTabs = heredoc.StripsTabs;
        Expands = heredoc.Expands;
        BodySpan = bodySpan;
        IsTerminated = isTerminated;
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.Heredoc;

    /// <summary>The terminator, quotes removed.</summary>
    public string Name { get; }

    /// <summary>Where the instruction's line names it.</summary>
    public TextSpan OperatorSpan { get; }

    /// <summary>The lines of the document with their line ends.</summary>
    public TextSpan BodySpan { get; }

    /// <summary>Whether leading tabs are removed (<c>&lt;&lt;-</c>).</summary>
    public bool StripsTabs { get; }

    /// <summary>Whether variables in the body are expanded: the name is not quoted.</summary>
    public bool Expands { get; }

    /// <summary>Whether the terminator was found.</summary>
    public bool IsTerminated { get; }
}

/// <summary>What the line of an instruction says about a here-document to come.</summary>
/// <param name="Name">The terminator.</param>
/// <param name="Span">The operator in the source.</param>
/// <param name="StripsTabs">Whether it is <c>&lt;&lt;-</c>.</param>
/// <param name="Expands">Whether the name is unquoted.</param>
internal readonly record struct HeredocOperator(string Name, TextSpan Span, bool StripsTabs, bool Expands);
