using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Stages;

/// <summary>
/// Gives findings an identity that survives edits elsewhere in the file: a hash of rule, path, stage or service, the
/// line's text without its blanks, and the number of the finding among equals. What is said once a file is known by
/// rule, path and message, so that it stays the same finding until the last place is mended.
/// </summary>
internal static class FingerprintStage
{
    // FNV-1a, 64 bits: short, stable, and not a matter of security.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="diagnostics">The diagnostics of a file in text order.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal static ImmutableArray<Finding> Identify(List<JudgedDiagnostic> diagnostics, CancellationToken cancellation)
    {
        ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>(diagnostics.Count);
        var seen = new Dictionary<ulong, int>();
        int hashedLine = -1;
        ulong lineHash = 0;
        foreach (JudgedDiagnostic judged in diagnostics)
        {
            cancellation.ThrowIfCancellationRequested();
            Diagnostic diagnostic = judged.Diagnostic;
            SourceText text = diagnostic.Location.File.Text;
            int line = judged.IdentityLine ?? text.GetLinePosition(diagnostic.Location.Span.Start).Line;
            if (line != JudgedDiagnostic.WholeFile && line != hashedLine)
            {
                // A line can be long and hold many findings, which come in text order.
                lineHash = GetLineHash(text, line);
                hashedLine = line;
            }

            ulong hash =
                line == JudgedDiagnostic.WholeFile
                    ? Add(GetHash(diagnostic, place: ""), diagnostic.Message.Template.Id.AsSpan())
                    : Add(GetHash(diagnostic, diagnostic.LogicalLocation?.FullyQualifiedName ?? ""), lineHash);
            seen.TryGetValue(hash, out int occurrence);
            seen[hash] = occurrence + 1;
            hash = Add(hash, (ulong)occurrence);
            string fingerprint = hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
            findings.Add(new Finding(diagnostic, judged.Severity, judged.Suppression, fingerprint));
        }

        return findings.MoveToImmutable();
    }

    private static ulong GetHash(Diagnostic diagnostic, string place)
    {
        ulong hash = Add(Offset, diagnostic.Rule.Id.AsSpan());
        hash = Add(hash, diagnostic.Location.File.Path.AsSpan());
        return Add(hash, place.AsSpan());
    }

    private static ulong GetLineHash(SourceText text, int line)
    {
        ulong hash = Offset;
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

    private static ulong Add(ulong hash, ulong number)
    {
        for (int shift = 0; shift < 64; shift += 16)
        {
            hash = Add(hash, (char)(number >> shift));
        }

        return hash;
    }

    private static ulong Add(ulong hash, char c) => unchecked((((hash ^ (byte)c) * Prime) ^ (byte)(c >> 8)) * Prime);
}
