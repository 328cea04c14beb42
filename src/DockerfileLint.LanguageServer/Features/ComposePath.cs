using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>
/// Where a place of a Compose file lies, by lines and their indentation alone: while somebody types, a file is seldom
/// whole.
/// </summary>
/// <param name="Keys">The keys that lead to it, the outermost first; its own is not among them.</param>
/// <param name="Key">The key before it on its line, or <c>null</c> where a key, or an item, is what is written.</param>
/// <param name="Prefix">What is written of the word so far.</param>
/// <param name="Start">0-based offset where that starts.</param>
/// <param name="IsItem">Whether it is an item of a list.</param>
internal sealed record ComposePath(IReadOnlyList<string> Keys, string? Key, string Prefix, int Start, bool IsItem)
{
    /// <summary>The path of a place.</summary>
    internal static ComposePath Find(SourceText text, int offset)
    {
        int line = text.GetLinePosition(offset).Line;
        TextSpan span = text.GetLineSpan(line);
        string before = text.ToString(
            TextSpan.FromBounds(span.Start, Math.Max(span.Start, Math.Min(offset, span.End)))
        );
        int indentation = CountIndentation(before, out bool isItem);
        string content = before[indentation..];
        int colon = FindColon(content);
        string? key = colon < 0 ? null : Unquote(content[..colon]);
        string value = colon < 0 ? content : content[(colon + 1)..].TrimStart(' ');
        int bracket = value.LastIndexOfAny(['[', ',', '{']);
        bool isFlowItem = colon >= 0 && value.StartsWith('[');
        string prefix = isFlowItem && bracket >= 0 ? value[(bracket + 1)..].TrimStart(' ') : value;
        prefix = prefix.TrimStart('"', '\'');
        var keys = new List<string>();
        int limit = isItem ? CountBlanks(before) + 1 : indentation;
        for (int above = line - 1; above >= 0 && limit > 0; above--)
        {
            string other = text.ToString(text.GetLineSpan(above));
            string trimmed = other.Trim();
            if (trimmed.Length == 0 || trimmed[0] == '#')
            {
                continue;
            }

            int otherIndentation = CountIndentation(other, out bool isOtherItem);
            int own = CountBlanks(other);
            string otherContent = other[otherIndentation..];
            int otherColon = FindColon(otherContent);
            if (otherIndentation < limit && otherColon >= 0)
            {
                keys.Insert(0, Unquote(otherContent[..otherColon]));

                // A list may stand at the very indentation of its key.
                limit = isOtherItem ? own + 1 : otherIndentation;
            }
            else if (isOtherItem && own < limit && otherIndentation == limit)
            {
                // The item that this line belongs to.
                limit = own + 1;
            }
        }

        if (isFlowItem)
        {
            keys.Add(key!);
            key = null;
        }

        return new ComposePath(keys, key, prefix, offset - prefix.Length, isItem || isFlowItem);
    }

    /// <summary>The type at the place: that of its value, or of the mapping or list that it stands in.</summary>
    internal SchemaType? FindType()
    {
        SchemaType? type = ComposeSchema.File;
        foreach (string key in Key is null ? Keys : [.. Keys, Key])
        {
            type = Descend(type, key);
        }

        return type;
    }

    /// <summary>The path as documentation has it, for a key that stands here.</summary>
    internal string GetDocumentationPath(string key) => GetDocumentationPath(Keys.Append(key));

    /// <summary>The path of some keys as documentation has it.</summary>
    internal static string GetDocumentationPath(IEnumerable<string> keys)
    {
        SchemaType? type = ComposeSchema.File;
        var path = new List<string>();
        foreach (string key in keys)
        {
            MappingType? mapping = type?.Mapping ?? type?.Item?.Mapping;
            path.Add(mapping is { Named: not null } && !mapping.Keys.ContainsKey(key) ? "*" : key);
            type = Descend(type, key);
        }

        return string.Join('.', path);
    }

    private static SchemaType? Descend(SchemaType? type, string key)
    {
        MappingType? mapping = type?.Mapping ?? type?.Item?.Mapping;
        return mapping is null ? null
            : mapping.Keys.TryGetValue(key, out SchemaType? known) ? known
            : mapping.Named;
    }

    private static int CountBlanks(string line) => line.Length - line.TrimStart(' ').Length;

    /// <summary>Where the content of a line starts, behind blanks and the dashes of items.</summary>
    private static int CountIndentation(string line, out bool isItem)
    {
        int position = 0;
        isItem = false;
        while (position < line.Length)
        {
            if (line[position] == ' ')
            {
                position++;
            }
            else if (line[position] == '-' && (position + 1 == line.Length || line[position + 1] == ' '))
            {
                isItem = true;
                position++;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>The colon behind the key of a line, or -1.</summary>
    private static int FindColon(string content)
    {
        if (content.Length == 0 || content[0] is '[' or '{' or '#')
        {
            return -1;
        }

        int start = 0;
        if (content[0] is '"' or '\'')
        {
            start = content.IndexOf(content[0], 1);
            if (start < 0)
            {
                return -1;
            }
        }

        for (int i = start; i < content.Length; i++)
        {
            if (content[i] == ':' && (i + 1 == content.Length || content[i + 1] == ' '))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unquote(string key) => key.Trim().Trim('"', '\'');
}
