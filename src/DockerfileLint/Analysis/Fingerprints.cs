using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Gives findings an identity that survives edits elsewhere in the file: a hash of rule, path, stage or service, the line's text without its blanks, and the number of the finding among equals.
/// </summary>
internal static class Fingerprints
{
    // FNV-1a, 64 bits: short, stable, and not a matter of security.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    internal static void Apply(List<Diagnostic> diagnostics)
    {
        var seen = new Dictionary<ulong, int>();
        for (int i = 0; i < diagnostics.Count; i++)
        {
            Diagnostic diagnostic = diagnostics[i];
            ulong hash = GetHash(diagnostic);
            seen.TryGetValue(hash, out int occurrence);
            seen[hash] = occurrence + 1;
            hash = Add(hash, (char)occurrence);
            diagnostics[i] = diagnostic.WithFingerprint(hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static ulong GetHash(Diagnostic diagnostic)
    {
        SourceText text = diagnostic.Location.File.Text;
        ulong hash = Add(Offset, diagnostic.Rule.Id.AsSpan());
        hash = Add(hash, diagnostic.Location.File.Path.AsSpan());
        hash = Add(hash, (diagnostic.LogicalLocation?.FullyQualifiedName ?? "").AsSpan());
        int line = text.GetLinePosition(diagnostic.Location.Span.Start).Line;
        foreach (char c in text.AsSpan(text.GetLineSpan(line)))
        {
            hash = char.IsWhiteSpace(c) ? hash : Add(hash, c);
        }

        return hash;
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            hash = Add(hash, c);
        }

        // A separator, so that parts do not run into each other.
        return Add(hash, '\0');
    }

    private static ulong Add(ulong hash, char c) => unchecked((((hash ^ (byte)c) * Prime) ^ (byte)(c >> 8)) * Prime);
}
