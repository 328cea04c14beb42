namespace DockerfileLint.Text;

/// <summary>Searches for words of ASCII.</summary>
internal static class AsciiText
{
    /// <summary>
    /// 0-based index of a word in a text, compared without case; -1 where there is none. The framework's own search
    /// looks at one character at a time where a program has no culture data.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="word">A word of ASCII that starts with a letter.</param>
    internal static int IndexOfIgnoreCase(ReadOnlySpan<char> text, string word)
    {
        char lower = char.ToLowerInvariant(word[0]);
        char upper = char.ToUpperInvariant(word[0]);
        int start = 0;
        while (text.Slice(start).IndexOfAny(lower, upper) is var distance and >= 0)
        {
            int index = start + distance;
            if (text.Slice(index).StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }

            start = index + 1;
        }

        return -1;
    }
}
