using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// The files of a run, in order of first mention. Keeps of each file only what the log says about it, packed: the log
/// describes files at its end, and any file may be mentioned again until then.
/// </summary>
internal sealed class SarifArtifacts
{
    private readonly SarifArtifactTable _table = new();

    // Most locations of a file come one after the other.
    private string? _path;
    private string _uri = "";
    private int _index;

    /// <summary>Adds a file that was linted, or tried to be.</summary>
    internal void AddTarget(FileResult result)
    {
        Find(result.Path);
        ref SarifArtifact artifact = ref _table[_index];
        artifact.Language = result.Language;
        artifact.IsTarget = true;
        if (result.File is not null)
        {
            Describe(ref artifact, result.File.Text);
        }
    }

    /// <summary>Writes the location of a file that a finding points to.</summary>
    internal void WriteLocation(Utf8JsonWriter writer, SourceFile file)
    {
        WriteLocation(writer, file.Path);
        Describe(ref _table[_index], file.Text);
    }

    /// <summary>Writes the location of a file by its path.</summary>
    internal void WriteLocation(Utf8JsonWriter writer, string path)
    {
        Find(path);
        writer.WriteStartObject("artifactLocation"u8);
        writer.WriteString("uri"u8, _uri);
        WriteBase(writer, SarifUri.IsAbsolute(path));
        writer.WriteNumber("index"u8, _index);
        writer.WriteEndObject();
    }

    /// <summary>Writes <c>artifacts</c> of the run.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="flushThreshold">Number of pending bytes beyond which the writer is flushed.</param>
    internal void Write(Utf8JsonWriter writer, int flushThreshold)
    {
        writer.WriteStartArray("artifacts"u8);
        for (int i = 0; i < _table.Count; i++)
        {
            Write(writer, ref _table[i]);
            if (writer.BytesPending > flushThreshold)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteBase(Utf8JsonWriter writer, bool isAbsolute)
    {
        if (!isAbsolute)
        {
            writer.WriteString("uriBaseId"u8, SarifReporter.RootId);
        }
    }

    private static void Describe(ref SarifArtifact artifact, SourceText text)
    {
        if (artifact.Encoding is not null)
        {
            return;
        }

        byte[] bytes = text.GetBytes();
        artifact.Length = bytes.Length;
        artifact.Encoding = text.Encoding;
        artifact.Hash = Sha256.Compute(bytes);
    }

    private void Write(Utf8JsonWriter writer, ref SarifArtifact artifact)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("location"u8);
        writer.WriteString("uri"u8, _table.GetUri(ref artifact));
        WriteBase(writer, artifact.IsAbsolute);
        writer.WriteEndObject();
        if (artifact.Encoding is { } encoding)
        {
            writer.WriteNumber("length"u8, artifact.Length);
            writer.WriteString("encoding"u8, encoding == SourceEncoding.Utf8 ? "utf-8" : "utf-16");
            writer.WriteStartObject("hashes"u8);
            (ulong first, ulong second, ulong third, ulong last) = artifact.Hash;
            writer.WriteString("sha-256"u8, $"{first:x16}{second:x16}{third:x16}{last:x16}");
            writer.WriteEndObject();
        }

        if (artifact.Language is { } language)
        {
            writer.WriteString("mimeType"u8, language.MimeType);
            writer.WriteString("sourceLanguage"u8, language.SourceLanguage);
        }

        if (artifact.IsTarget)
        {
            writer.WriteStartArray("roles"u8);
            writer.WriteStringValue("analysisTarget"u8);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void Find(string path)
    {
        if (path != _path)
        {
            _uri = SarifUri.FromPath(path);
            _index = _table.GetOrAdd(_uri, SarifUri.IsAbsolute(path));
            _path = path;
        }
    }
}
