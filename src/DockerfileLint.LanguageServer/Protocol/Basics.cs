using System.Text.Json.Serialization;

namespace DockerfileLint.LanguageServer.Protocol;

/// <summary>A place by line and character, both 0-based; what a character is, client and server agree upon.</summary>
internal readonly record struct Position(int Line, int Character);

/// <summary>A stretch of a text; the end is exclusive.</summary>
internal readonly record struct PositionRange(Position Start, Position End);

/// <summary>A stretch of a file.</summary>
internal sealed record FileLocation(string Uri, PositionRange Range);

/// <summary>A stretch of a text and what takes its place.</summary>
internal sealed record DocumentEdit(PositionRange Range, string NewText);

/// <summary>Names a document.</summary>
internal sealed record DocumentIdentifier(string Uri);

/// <summary>Parameters about a document.</summary>
internal interface IDocumentParameters
{
    DocumentIdentifier TextDocument { get; }
}

internal sealed record DocumentParameters(DocumentIdentifier TextDocument) : IDocumentParameters;

internal sealed record PositionParameters(DocumentIdentifier TextDocument, Position Position) : IDocumentParameters;

internal sealed record RangeParameters(DocumentIdentifier TextDocument, PositionRange Range) : IDocumentParameters;

internal sealed record NoParameters;

/// <summary>Text with marks of Markdown, or without.</summary>
internal sealed record MarkupContent(string Kind, string Value)
{
    internal static MarkupContent Markdown(string value) => new("markdown", value);
}

internal sealed record Command(
    string Title,
    [property: JsonPropertyName("command")] string Name,
    System.Text.Json.JsonElement[]? Arguments = null
);
