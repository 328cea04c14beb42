using System.Text.Json.Nodes;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Text;
using Position = DockerfileLint.LanguageServer.Protocol.Position;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>Edits of a server as a client applies them.</summary>
internal static class ServerEdits
{
    /// <summary>Applies the edits that an answer has for one document.</summary>
    internal static string Apply(string text, JsonNode edits)
    {
        JsonArray list =
            edits as JsonArray
            ?? edits["documentChanges"]?[0]!["edits"]!.AsArray()
            ?? edits["changes"]!.AsObject().Single().Value!.AsArray();
        var source = SourceText.From(text);
        return TextEdit.Apply(
            text,
            list.Select(edit => new TextEdit(
                    TextSpan.FromBounds(Find(edit!["range"]!["start"]!), Find(edit["range"]!["end"]!)),
                    (string)edit["newText"]!
                ))
                .OrderBy(edit => edit.Span.Start)
        );

        int Find(JsonNode position) =>
            PositionEncoding.Utf16.GetOffset(source, new Position((int)position["line"]!, (int)position["character"]!));
    }

    /// <summary>The range of a part of a text that occurs once, as the protocol has it.</summary>
    internal static object Range(string text, string part)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return new { start = Place(text, start), end = Place(text, start + part.Length) };
    }

    internal static object Place(string text, int offset)
    {
        LinePosition position = SourceText.From(text).GetLinePosition(offset);
        return new { line = position.Line, character = position.Character };
    }
}
