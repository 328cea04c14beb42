namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// Clears lists of repetitions: of two items that mean the same thing the later one counts, in the place of the first.
/// </summary>
internal static class ComposeUnicity
{
    /// <summary>A mapping whose lists hold nothing twice; the same one where that is so already.</summary>
    internal static ComposeMapping Apply(ComposeMapping mapping, ComposePlace place)
    {
        ComposeEntry[]? entries = null;
        for (int i = 0; i < mapping.Entries.Count; i++)
        {
            ComposeEntry entry = mapping.Entries[i];
            ComposeKeyRule rule = ComposeKeyRules.Get(place, entry.Name);
            ComposeNode? value =
                rule.Unique != UniqueKind.None ? Apply(entry.Value, rule.Unique)
                : rule.Child is ComposePlace.Build or ComposePlace.ServiceNetworks or ComposePlace.ServiceNetwork
                && entry.Value is ComposeMapping child
                    ? Apply(child, rule.Child)
                : entry.Value;
            if (value != entry.Value)
            {
                entries ??= [.. mapping.Entries];
                entries[i] = new ComposeEntry(entry, value, entry.Replaced);
            }
        }

        return entries is null ? mapping : new ComposeMapping(mapping, entries, mapping.Resets);
    }

    /// <summary>A list that holds nothing twice; the same node where that is so already, or it is no list.</summary>
    internal static ComposeNode? Apply(ComposeNode? node, UniqueKind kind)
    {
        if (kind == UniqueKind.None || node is not ComposeSequence { Items.Count: > 1 } sequence)
        {
            return node;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        List<ComposeNode>? items = null;
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            ComposeNode item = sequence.Items[i];
            if (GetKey(item, kind) is { } key)
            {
                if (places.TryGetValue(key, out int place))
                {
                    items ??= [.. sequence.Items.Take(i)];
                    items[place] = item;
                    continue;
                }

                places.Add(key, items?.Count ?? i);
            }

            items?.Add(item);
        }

        return items is null ? sequence : new ComposeSequence(sequence, [.. items]);
    }

    private static string? GetKey(ComposeNode item, UniqueKind kind)
    {
        if (item is ComposeMapping mapping)
        {
            return kind switch
            {
                UniqueKind.Volume or UniqueKind.Device => CleanPath(
                    GetText(mapping, "target") ?? (kind == UniqueKind.Device ? GetText(mapping, "source") : null)
                ),
                UniqueKind.Port => $"{GetText(mapping, "host_ip")}:{GetText(mapping, "published")}:"
                    + $"{GetText(mapping, "target")}/{GetText(mapping, "protocol") ?? "tcp"}",
                UniqueKind.Secret => InSecrets(GetText(mapping, "target") ?? GetText(mapping, "source")),
                UniqueKind.Config => GetText(mapping, "target") ?? GetText(mapping, "source"),
                UniqueKind.EnvironmentFile => GetText(mapping, "path"),
                _ => null,
            };
        }

        if (item is not ComposeScalar { IsNull: false } scalar)
        {
            return null;
        }

        string text = scalar.Text.Text;
        return kind switch
        {
            UniqueKind.Name => text.IndexOf('=') is >= 0 and var equals ? text.Substring(0, equals) : text,
            UniqueKind.Volume => CleanPath(GetVolumeTarget(text)),
            UniqueKind.Device => CleanPath(
                GetSections(text) is { Count: > 1 } sections ? sections[1] : GetSections(text)[0]
            ),
            UniqueKind.Port => GetPortKey(text),
            UniqueKind.Secret => InSecrets(text),
            _ => text,
        };
    }

    private static string? GetText(ComposeMapping mapping, string key) => mapping.GetScalar(key)?.Text.Text;

    private static string? CleanPath(string? path) => path is null ? null : Mount.CleanPath(path);

    private static string? InSecrets(string? name) =>
        name is null || (name.Length > 0 && name[0] == '/') ? name : "/run/secrets/" + name;

    // The specifications' own parsers take ten times as long, and this looks at every list of every file.
    private static string GetVolumeTarget(string text)
    {
        List<string> sections = GetSections(text);
        return sections.Count > 1 ? sections[1] : sections[0];
    }

    private static string GetPortKey(string text)
    {
        int slash = text.LastIndexOf('/');
        string protocol = slash < 0 ? "tcp" : text.Substring(slash + 1);
        string ports = slash < 0 ? text : text.Substring(0, slash);
        int last = FindLastColon(ports, ports.Length);
        int first = last < 0 ? -1 : FindLastColon(ports, last);
        string address = first < 0 ? "" : ports.Substring(0, first).Trim('[', ']');
        string published = last < 0 ? "" : ports.Substring(first + 1, last - first - 1);
        return $"{address}:{published}:{ports.Substring(last + 1)}/{protocol}";
    }

    private static int FindLastColon(string text, int end)
    {
        int braces = 0;
        for (int i = end - 1; i >= 0; i--)
        {
            braces +=
                text[i] == '}' ? 1
                : text[i] == '{' ? -1
                : 0;
            if (text[i] == ':' && braces == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// What stands between the colons outside of variables; a single letter before a colon is a Windows drive.
    /// </summary>
    private static List<string> GetSections(string text)
    {
        var sections = new List<string>(3);
        int start = 0;
        int i = 0;
        while (true)
        {
            if (i == start && i + 1 < text.Length && text[i + 1] == ':' && char.IsLetter(text[i]))
            {
                i += 2;
            }

            int braces = 0;
            while (i < text.Length && (text[i] != ':' || braces > 0))
            {
                braces +=
                    text[i] == '{' ? 1
                    : text[i] == '}' && braces > 0 ? -1
                    : 0;
                i++;
            }

            sections.Add(text.Substring(start, i - start));
            if (i >= text.Length)
            {
                return sections;
            }

            start = ++i;
        }
    }
}
