using System.Text.Json;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>
/// Writes a syntax tree as JSON: the instructions of a Dockerfile, all tokens with their text, the nodes with their
/// spans, each with the script that it holds, what the parser found wrong.
/// </summary>
internal static class SyntaxTreeJson
{
    // The writer refuses deeper nesting. Trees are limited to 256 levels of constructs; one of a script may be seven
    // nodes, as a command in a substitution in a word is, and each node takes an object and an array.
    internal const int MaxDepth = 4096;

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
        WriteNode(tree.Root, FindScripts(tree), writer);
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

    /// <summary>The scripts of instructions by the nodes that hold them.</summary>
    private static Dictionary<SyntaxNode, ShellScriptSyntax> FindScripts(SyntaxTree tree)
    {
        var scripts = new Dictionary<SyntaxNode, ShellScriptSyntax>();
        if (tree is DockerfileSyntaxTree dockerfile)
        {
            var model = DockerfileModel.Create(dockerfile);
            foreach (SyntaxNode node in tree.Root.DescendantNodesAndSelf())
            {
                if (node is InstructionSyntax instruction && model.GetScript(instruction) is { } found)
                {
                    scripts.Add(found.Script.Parent!, found.Script);
                }
            }
        }

        return scripts;
    }

    private static void WriteNode(
        SyntaxNode node,
        Dictionary<SyntaxNode, ShellScriptSyntax> scripts,
        Utf8JsonWriter writer
    )
    {
        writer.WriteStartObject();
        writer.WriteString("node", node.GetType().Name);
        WriteSpan(writer, node.Span);
        if (node.ChildNodes.Count > 0)
        {
            writer.WriteStartArray("children");
            foreach (SyntaxNode child in node.ChildNodes)
            {
                WriteNode(child, scripts, writer);
            }

            writer.WriteEndArray();
        }

        if (scripts.TryGetValue(node, out ShellScriptSyntax? script))
        {
            writer.WritePropertyName("script");
            WriteNode(script, scripts, writer);
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
