using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Something that is known about a service, with the text that decides it.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">
/// The value; where the certainty is <see cref="Certainty.Unknown"/> a variable in it stands as <c>${NAME}</c>.
/// </param>
/// <param name="Certainty">How sure the value is.</param>
/// <param name="Span">
/// The deciding text: a finding belongs here. With an anchor or a merge key it lies where the anchor is, and it may lie
/// in another file than the one that is linted.
/// </param>
/// <param name="Node">The deciding YAML node.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record Fact<T>(T Value, Certainty Certainty, SourceSpan Span, SyntaxNode Node)
{
    /// <summary>The file that the deciding text lies in.</summary>
    public SourceFile File => Span.File;
}
