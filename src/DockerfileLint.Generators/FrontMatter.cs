using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DockerfileLint.Generators;

/// <summary>
/// The <c>key: value</c> lines at the head of a page. Flat, so that the compiler needs no YAML library.
/// </summary>
internal sealed class FrontMatter
{
    private const string Fence = "---";

    private readonly string _path;
    private readonly SourceText _text;
    private readonly List<Problem> _problems;
    private readonly Dictionary<string, FrontMatterEntry> _entries = new(StringComparer.Ordinal);

    private FrontMatter(string path, SourceText text, List<Problem> problems)
    {
        _path = path;
        _text = text;
        _problems = problems;
    }

    /// <summary>The entries in the order of the page.</summary>
    internal List<FrontMatterEntry> Entries { get; } = [];

    /// <summary>Where the front matter starts.</summary>
    internal SourceLocation Start => SourceLocation.From(_path, _text, _text.Lines[0].Span);

    /// <summary>0-based number of the first line after the front matter.</summary>
    internal int EndLine { get; private set; }

    /// <summary>The front matter of a page, or <c>null</c> where there is none, which is a problem.</summary>
    internal static FrontMatter? Read(string path, SourceText text, List<Problem> problems)
    {
        var result = new FrontMatter(path, text, problems);
        if (result.GetLine(0).TrimEnd() == Fence)
        {
            for (int line = 1; line < text.Lines.Count; line++)
            {
                string content = result.GetLine(line);
                if (content.TrimEnd() == Fence)
                {
                    result.EndLine = line + 1;
                    return result;
                }

                if (content.Trim().Length > 0)
                {
                    result.ReadLine(text.Lines[line], content);
                }
            }
        }

        problems.Clear();
        problems.Add(new Problem(Problems.MissingFrontMatter, result.Start));
        return null;
    }

    internal FrontMatterEntry? Find(string key) =>
        _entries.TryGetValue(key, out FrontMatterEntry? entry) ? entry : null;

    private string GetLine(int line) => _text.ToString(_text.Lines[line].Span);

    private void ReadLine(TextLine line, string content)
    {
        int colon = content.IndexOf(':');
        int keyEnd = colon < 0 ? 0 : content.Substring(0, colon).TrimEnd().Length;
        bool isEntry =
            keyEnd > 0
            && content[0] is not (' ' or '\t' or '#' or '-')
            && (colon + 1 == content.Length || content[colon + 1] is ' ' or '\t');
        if (!isEntry)
        {
            int indent = content.Length - content.TrimStart().Length;
            Report(Problems.MalformedLine, new TextSpan(line.Start + indent, content.Trim().Length), content.Trim());
            return;
        }

        string key = content.Substring(0, keyEnd);
        var keySpan = new TextSpan(line.Start, keyEnd);
        int start = colon + 1;
        while (start < content.Length && char.IsWhiteSpace(content[start]))
        {
            start++;
        }

        string raw = content.Substring(start).TrimEnd();
        var valueSpan = new TextSpan(line.Start + start, raw.Length);
        var entry = new FrontMatterEntry(
            key,
            At(keySpan),
            At(raw.Length == 0 ? keySpan : valueSpan),
            ReadItems(key, raw, raw.Length == 0 ? keySpan : valueSpan, out bool isList),
            isList
        );
        if (Find(key) is not null)
        {
            Report(Problems.DuplicateKey, keySpan, key);
            return;
        }

        _entries.Add(key, entry);
        Entries.Add(entry);
    }

    private ImmutableArray<FrontMatterItem> ReadItems(string key, string raw, TextSpan span, out bool isList)
    {
        isList = raw.Length > 0 && raw[0] == '[';
        if (raw.Length == 0)
        {
            Report(Problems.MalformedValue, span, key, "it is empty");
            return [];
        }

        int position = isList ? 1 : 0;
        if (!isList)
        {
            FrontMatterItem? single =
                raw[0] == '"'
                    ? ReadQuoted(key, raw, span, ref position)
                    : new FrontMatterItem(raw, span, IsQuoted: false, At(span));
            if (single is not null && raw[0] == '"' && position < raw.Length)
            {
                Report(
                    Problems.MalformedValue,
                    new TextSpan(span.Start + position, raw.Length - position),
                    key,
                    "text follows the closing quotation mark (inside quotation marks, write \\\" for one)"
                );
            }

            return single is null ? [] : [single];
        }

        return ReadList(key, raw, span, position);
    }

    private ImmutableArray<FrontMatterItem> ReadList(string key, string raw, TextSpan span, int position)
    {
        ImmutableArray<FrontMatterItem>.Builder items = ImmutableArray.CreateBuilder<FrontMatterItem>();
        while (true)
        {
            SkipSpace(raw, ref position);
            if (position < raw.Length && raw[position] == ']' && items.Count == 0)
            {
                break;
            }

            FrontMatterItem? item =
                position < raw.Length && raw[position] == '"'
                    ? ReadQuoted(key, raw, span, ref position)
                    : ReadPlain(key, raw, span, ref position);
            if (item is null)
            {
                return items.ToImmutable();
            }

            items.Add(item);
            SkipSpace(raw, ref position);
            if (position < raw.Length && raw[position] == ']')
            {
                break;
            }

            if (position >= raw.Length || raw[position] != ',')
            {
                Report(
                    Problems.MalformedValue,
                    new TextSpan(span.Start + Math.Min(position, raw.Length - 1), 1),
                    key,
                    "a list is '[a, b, \"c, d\"]' on one line"
                );
                return items.ToImmutable();
            }

            position++;
        }

        if (position + 1 < raw.Length)
        {
            Report(
                Problems.MalformedValue,
                new TextSpan(span.Start + position + 1, raw.Length - position - 1),
                key,
                "text follows the closing bracket of the list"
            );
        }

        return items.ToImmutable();
    }

    private FrontMatterItem? ReadPlain(string key, string raw, TextSpan span, ref int position)
    {
        int start = position;
        while (position < raw.Length && raw[position] is not (',' or ']'))
        {
            position++;
        }

        string item = raw.Substring(start, position - start).TrimEnd();
        var itemSpan = new TextSpan(span.Start + Math.Min(start, raw.Length - 1), Math.Max(1, item.Length));
        if (item.Length > 0)
        {
            return new FrontMatterItem(item, itemSpan, IsQuoted: false, At(itemSpan));
        }

        Report(Problems.MalformedValue, itemSpan, key, "an item of the list is empty");
        return null;
    }

    private FrontMatterItem? ReadQuoted(string key, string raw, TextSpan span, ref int position)
    {
        int start = position;
        var value = new StringBuilder(raw.Length);
        for (position++; position < raw.Length; position++)
        {
            char c = raw[position];
            if (c == '"')
            {
                position++;
                var itemSpan = new TextSpan(span.Start + start, position - start);
                return new FrontMatterItem(value.ToString(), itemSpan, IsQuoted: true, At(itemSpan));
            }

            if (c == '\\')
            {
                if (position + 1 == raw.Length || raw[position + 1] is not ('"' or '\\'))
                {
                    Report(
                        Problems.MalformedValue,
                        new TextSpan(span.Start + position, 1),
                        key,
                        "inside quotation marks only \\\" and \\\\ are escapes"
                    );
                    return null;
                }

                position++;
            }

            value.Append(raw[position]);
        }

        Report(
            Problems.MalformedValue,
            new TextSpan(span.Start + start, raw.Length - start),
            key,
            "the closing quotation mark is missing"
        );
        return null;
    }

    private static void SkipSpace(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private SourceLocation At(TextSpan span) => SourceLocation.From(_path, _text, span);

    private void Report(
        Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor,
        TextSpan span,
        params string[] arguments
    ) => _problems.Add(new Problem(descriptor, At(span), arguments));
}

/// <summary>
/// One line of front matter; its value is one item unless it is a list. No items where the value could not be read.
/// </summary>
internal sealed record FrontMatterEntry(
    string Key,
    SourceLocation KeyLocation,
    SourceLocation Location,
    ImmutableArray<FrontMatterItem> Items,
    bool IsList
);

/// <summary>A value or an item of a list: the text that is meant, and where it stands.</summary>
internal sealed record FrontMatterItem(string Text, TextSpan Span, bool IsQuoted, SourceLocation Location)
{
    /// <summary>
    /// Where a part of <see cref="Text"/> stands in the page: inside quotation marks, <c>"</c> and <c>\</c> take two
    /// characters there.
    /// </summary>
    internal TextSpan GetSpan(int start, int length) =>
        TextSpan.FromBounds(GetPosition(start), GetPosition(start + length));

    private int GetPosition(int index) =>
        Span.Start + index + (IsQuoted ? 1 + Text.Take(index).Count(c => c is '"' or '\\') : 0);
}
