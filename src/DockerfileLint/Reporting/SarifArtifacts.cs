using System.Security.Cryptography;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>The files of a run, in order of first mention. Keeps of each file only what the log says about it.</summary>
internal sealed class SarifArtifacts
{
    private readonly List<Artifact> _artifacts = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <summary>Adds a file that was linted, or tried to be.</summary>
    internal void AddTarget(FileResult result)
    {
        Artifact artifact = GetOrAdd(result.Path);
        artifact.Kind = result.Kind;
        artifact.IsTarget = true;
        if (result.File is not null)
        {
            artifact.Describe(result.File.Text);
        }
    }

    /// <summary>Writes the location of a file that a finding points to.</summary>
    internal void WriteLocation(Utf8JsonWriter writer, SourceFile file)
    {
        Artifact artifact = GetOrAdd(file.Path);
        artifact.Describe(file.Text);
        WriteLocation(writer, artifact);
    }

    /// <summary>Writes the location of a file by its path.</summary>
    internal void WriteLocation(Utf8JsonWriter writer, string path) => WriteLocation(writer, GetOrAdd(path));

    /// <summary>Writes <c>artifacts</c> of the run.</summary>
    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("artifacts"u8);
        foreach (Artifact artifact in _artifacts)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("location"u8);
            WriteAddress(writer, artifact);
            writer.WriteEndObject();
            if (artifact.Hash is { } hash)
            {
                writer.WriteNumber("length"u8, artifact.Length);
                writer.WriteString("encoding"u8, artifact.Encoding == SourceEncoding.Utf8 ? "utf-8" : "utf-16");
                writer.WriteStartObject("hashes"u8);
                writer.WriteString("sha-256"u8, ToHex(hash));
                writer.WriteEndObject();
            }

            if (artifact.Kind is { } kind)
            {
                writer.WriteString("mimeType"u8, kind == FileKind.Compose ? "application/yaml" : "text/x-dockerfile");
                writer.WriteString("sourceLanguage"u8, kind == FileKind.Compose ? "yaml" : "dockerfile");
            }

            if (artifact.IsTarget)
            {
                writer.WriteStartArray("roles"u8);
                writer.WriteStringValue("analysisTarget"u8);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter writer, Artifact artifact)
    {
        writer.WriteStartObject("artifactLocation"u8);
        WriteAddress(writer, artifact);
        writer.WriteNumber("index"u8, artifact.Index);
        writer.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter writer, Artifact artifact)
    {
        writer.WriteString("uri"u8, artifact.Uri);
        if (!artifact.IsAbsolute)
        {
            writer.WriteString("uriBaseId"u8, SarifReporter.RootId);
        }
    }

    private static string ToHex(byte[] bytes)
    {
        char[] digits = new char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            digits[i * 2] = ToHexDigit(bytes[i] >> 4);
            digits[(i * 2) + 1] = ToHexDigit(bytes[i] & 15);
        }

        return new string(digits);
    }

    private static char ToHexDigit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);

    private Artifact GetOrAdd(string path)
    {
        if (!_indexes.TryGetValue(path, out int index))
        {
            index = _artifacts.Count;
            _indexes.Add(path, index);
            _artifacts.Add(new Artifact(path, index));
        }

        return _artifacts[index];
    }

    private sealed class Artifact(string path, int index)
    {
        internal int Index { get; } = index;

        internal string Uri { get; } = SarifUri.FromPath(path);

        internal bool IsAbsolute { get; } = SarifUri.IsAbsolute(path);

        internal FileKind? Kind { get; set; }

        internal bool IsTarget { get; set; }

        internal int Length { get; private set; }

        internal SourceEncoding Encoding { get; private set; }

        internal byte[]? Hash { get; private set; }

        internal void Describe(SourceText text)
        {
            if (Hash is not null)
            {
                return;
            }

            byte[] bytes = text.GetBytes();
            Length = bytes.Length;
            Encoding = text.Encoding;
#if NET
            Hash = SHA256.HashData(bytes);
#else
            using var algorithm = SHA256.Create();
            Hash = algorithm.ComputeHash(bytes);
#endif
        }
    }
}
