using System.Text;

namespace DockerfileLint.Generators;

/// <summary>Plain text from a Markdown paragraph.</summary>
internal static class MarkdownText
{
    /// <summary>Removes code, emphasis and link marks; what stands in code marks is kept as it is.</summary>
    internal static string Strip(string paragraph)
    {
        var plain = new StringBuilder(paragraph.Length);
        int i = 0;
        while (i < paragraph.Length)
        {
            i = paragraph[i] switch
            {
                '\\' when i + 1 < paragraph.Length && IsPunctuation(paragraph[i + 1]) => Append(
                    plain,
                    paragraph,
                    i + 1,
                    1,
                    i + 2
                ),
                '`' => ReadCode(plain, paragraph, i),
                '[' => ReadLink(plain, paragraph, i),
                '<' => ReadAutolink(plain, paragraph, i),
                '*' or '_' when IsEmphasis(paragraph, i) => i + 1,
                _ => Append(plain, paragraph, i, 1, i + 1),
            };
        }

        return plain.ToString();
    }

    private static int Append(StringBuilder plain, string text, int start, int length, int next)
    {
        plain.Append(text, start, length);
        return next;
    }

    private static int ReadCode(StringBuilder plain, string text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        string mark = text.Substring(start, end - start);
        int close = text.IndexOf(mark, end, StringComparison.Ordinal);
        if (close < 0)
        {
            return Append(plain, text, start, mark.Length, end);
        }

        string code = text.Substring(end, close - end);
        plain.Append(mark.Length > 1 ? code.Trim() : code);
        return close + mark.Length;
    }

    private static int ReadLink(StringBuilder plain, string text, int start)
    {
        int middle = text.IndexOf("](", start, StringComparison.Ordinal);
        int end = middle < 0 ? -1 : text.IndexOf(')', middle);
        if (end < 0 || text.IndexOf(']', start) < middle)
        {
            return Append(plain, text, start, 1, start + 1);
        }

        plain.Append(Strip(text.Substring(start + 1, middle - start - 1)));
        return end + 1;
    }

    private static int ReadAutolink(StringBuilder plain, string text, int start)
    {
        int end = text.IndexOf('>', start);
        string address = end < 0 ? "" : text.Substring(start + 1, end - start - 1);
        return address.Contains("://") && !address.Contains(' ')
            ? Append(plain, text, start + 1, address.Length, end + 1)
            : Append(plain, text, start, 1, start + 1);
    }

    // Marks that touch a word on one side only; those of snake_case and of 2 * 3 are text.
    private static bool IsEmphasis(string text, int index)
    {
        int start = index;
        while (start > 0 && text[start - 1] == text[index])
        {
            start--;
        }

        int end = index + 1;
        while (end < text.Length && text[end] == text[index])
        {
            end++;
        }

        bool wordBefore = start > 0 && !char.IsWhiteSpace(text[start - 1]);
        bool wordAfter = end < text.Length && !char.IsWhiteSpace(text[end]);
        bool insideWord =
            wordBefore && wordAfter && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[end]);
        return (wordBefore || wordAfter) && (text[index] == '*' || !insideWord);
    }

    private static bool IsPunctuation(char c) => c < 128 && (char.IsPunctuation(c) || char.IsSymbol(c));
}
