using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>An entry of a mapping or of a list of <c>KEY=VALUE</c>.</summary>
/// <param name="Name">The name; where it is empty the entry is broken.</param>
/// <param name="NameSpan">Where the name is written.</param>
/// <param name="Text">
/// The value with its variables expanded, or <c>null</c> where it comes from the caller's environment.
/// </param>
/// <param name="Node">The whole entry.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ComposeKeyValue(string Name, SourceSpan NameSpan, InterpolatedText? Text, SyntaxNode Node)
{
    /// <summary>Where the value is written; the name's place where there is none.</summary>
    public SourceSpan ValueSpan => Text?.Span ?? NameSpan;

    /// <summary>
    /// The entries of a mapping or of a list of <c>KEY=VALUE</c>; of two items with one key the later one counts, in
    /// the place of the first.
    /// </summary>
    public static IReadOnlyList<ComposeEntry> ReadEntries(ComposeNode? node)
    {
        if (node is not ComposeSequence list)
        {
            return (node as ComposeMapping)?.Entries ?? [];
        }

        var entries = new List<ComposeEntry>(list.Items.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ComposeNode item in list.Items)
        {
            if (item is not ComposeScalar scalar)
            {
                continue;
            }

            ComposeEntry entry = Read(scalar);
            if (places.TryGetValue(entry.Name, out int place))
            {
                entries[place] = entry;
            }
            else
            {
                places.Add(entry.Name, entries.Count);
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>Reads an item <c>KEY=VALUE</c> or <c>KEY</c>.</summary>
    private static ComposeEntry Read(ComposeScalar item)
    {
        string raw = item.Scalar.Value;
        int equals = FindSeparator(raw);
        int length = equals < 0 ? raw.Length : equals;
        return new ComposeEntry(
            GetName(item, raw, length),
            item,
            length,
            equals < 0 ? null : new ComposeScalar(item.Scalar, item.Scope, item.InnerVia, equals + 1)
        );
    }

    // In a list the name is part of a value, so that its variables are expanded, too.
    private static string GetName(ComposeScalar item, string raw, int length)
    {
        string written = raw.Substring(0, length);
        if (raw.IndexOf('$', 0, length) < 0 || item.Scope.Allowance.IsExhausted)
        {
            return written;
        }

        string name = Interpolator.Expand(written, item.Scope.Environment.LookUp, references: null, out _);
        item.Scope.Allowance.Take(name.Length - written.Length);
        return name;
    }

    // Defaults of variables hold equals signs of their own.
    private static int FindSeparator(string raw)
    {
        int depth = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            if (c == '=' && depth == 0)
            {
                return i;
            }

            depth +=
                c == '{' && i > 0 && (raw[i - 1] == '$' || depth > 0) ? 1
                : c == '}' && depth > 0 ? -1
                : 0;
        }

        return -1;
    }
}
