using System.Text.Json.Serialization;

namespace DockerfileLint.LanguageServer.Protocol;

internal sealed record OpenParameters(DocumentItem TextDocument);

internal sealed record DocumentItem(
    string Uri,
    string LanguageId,
    int Version,
    [property: JsonConverter(typeof(DocumentTextConverter))] string Text
);

internal sealed record ChangeParameters(VersionedIdentifier TextDocument, ContentChange[] ContentChanges);

internal sealed record VersionedIdentifier(string Uri, int? Version = null);

/// <summary>A part of a text that was replaced; the whole text where there is no range.</summary>
internal sealed record ContentChange(
    [property: JsonConverter(typeof(DocumentTextConverter))] string Text,
    PositionRange? Range = null
);
