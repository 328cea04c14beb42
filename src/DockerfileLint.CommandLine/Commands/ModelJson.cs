using System.Text.Json;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>What the models of both languages write alike.</summary>
internal sealed class ModelJson(SyntaxTree tree, Utf8JsonWriter writer)
{
    private const int FlushThreshold = 64 * 1024;

    /// <summary>Opens the object of a file and the array of its parts.</summary>
    internal void WriteStart(string kind, string parts)
    {
        writer.WriteStartObject();
        writer.WriteString("path", tree.File.Path);
        writer.WriteString("kind", kind);
        writer.WriteStartArray(parts);
    }

    /// <summary>
    /// Closes both, and says what the parser found wrong: the model of such a file may lack something.
    /// </summary>
    internal void WriteEnd()
    {
        writer.WriteEndArray();
        WriteDiagnostics(tree.Diagnostics);
        writer.WriteEndObject();
    }

    /// <summary>What is wrong with the file.</summary>
    internal void WriteDiagnostics(IEnumerable<Diagnostic> diagnostics)
    {
        writer.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", diagnostic.Rule.Id);
            WritePlace(diagnostic.Location.Span);
            writer.WriteString("message", diagnostic.Message.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>How sure a value is, and where the text that decides it starts.</summary>
    internal void WriteOrigin<T>(Fact<T> fact)
    {
        WriteCertainty(fact.Certainty);
        WritePlace(fact.Span.Span);
    }

    /// <summary>How sure a value is.</summary>
    internal void WriteCertainty(Certainty certainty) =>
        writer.WriteString(
            "certainty",
            certainty switch
            {
                Certainty.Known => "known",
                Certainty.Default => "default",
                _ => "unknown",
            }
        );

    /// <summary>The line and column, both 1-based, of the start of a span.</summary>
    internal void WritePlace(TextSpan span)
    {
        LinePosition position = tree.Text.GetLinePosition(span.Start);
        writer.WriteNumber("line", position.Line + 1);
        writer.WriteNumber("column", position.Character + 1);
    }

    /// <summary>The parts of an image reference; <c>null</c> for those that it does not name.</summary>
    internal void WriteParts(ImageReference image)
    {
        writer.WriteString("registry", image.Registry);
        writer.WriteString("repository", image.Repository);
        writer.WriteString("tag", image.Tag);
        writer.WriteString("digest", image.Digest);
    }

    /// <summary>A truth value; <c>null</c> where it is not known.</summary>
    internal void WriteBoolean(string name, Fact<bool> fact)
    {
        if (fact.TryGetValue(out bool value))
        {
            writer.WriteBoolean(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>
    /// Keeps the writer from holding the whole output: with aliases it may be far larger than the file.
    /// </summary>
    internal void FlushWhereLarge()
    {
        if (writer.BytesPending > FlushThreshold)
        {
            writer.Flush();
        }
    }
}
