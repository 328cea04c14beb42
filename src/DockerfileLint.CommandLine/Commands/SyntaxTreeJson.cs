using System.Text.Json;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>
/// Writes a syntax tree as JSON: the instructions of a Dockerfile, all tokens with their text, the nodes with their
/// spans, what the parser found wrong.
/// </summary>
internal static class SyntaxTreeJson
{
    // The writer refuses deeper nesting; trees are limited to 256 levels of nodes, and each takes an object and an
    // array.
    internal const int MaxDepth = 1024;

    internal static void Write(SyntaxTree tree, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("path", tree.File.Path);
        if (tree is DockerfileSyntaxTree dockerfile)
        {
            InstructionsJson.Write(dockerfile, writer);
        }

        writer.WriteStartArray("tokens");
        foreach (SyntaxToken token in tree.Tokens)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", token.Kind.ToString());
            WriteSpan(writer, token.Span);
            writer.WriteString("text", tree.Text.ToString(token.Span));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("root");
        WriteNode(tree.Root, writer);
        writer.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", diagnostic.Rule.Id);
            WriteSpan(writer, diagnostic.Location.Span);
            writer.WriteString("message", diagnostic.Message.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteNode(SyntaxNode node, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("node", node.GetType().Name);
        WriteSpan(writer, node.Span);
        if (node.ChildNodes.Count > 0)
        {
            writer.WriteStartArray("children");
            foreach (SyntaxNode child in node.ChildNodes)
            {
                WriteNode(child, writer);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>0-based UTF-16 offset and length.</summary>
    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("length", span.Length);
    }
}
