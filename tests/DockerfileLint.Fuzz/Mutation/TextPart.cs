using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Mutation;

/// <summary>A part of a text that means something in its language: a node, a token, a word.</summary>
/// <param name="Kind">Parts of one kind may stand for each other.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct TextPart(int Kind, TextSpan Span);
