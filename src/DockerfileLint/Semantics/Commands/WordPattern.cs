namespace DockerfileLint.Semantics.Commands;

/// <summary>Names as a shell's patterns mean them, without regard to what stands in brackets and braces.</summary>
internal static class WordPattern
{
    /// <summary>What makes a word a pattern.</summary>
    internal static readonly char[] Signs = ['*', '?', '[', '{'];

    /// <summary>Whether a pattern, or a name itself, stands for a name.</summary>
    internal static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int p = 0;
        int n = 0;
        int star = -1;
        int resumed = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] is '*' or '[' or '{' && !IsVariable(pattern, p))
            {
                p = SkipAny(pattern, p);
                star = p;
                resumed = n;
            }
            else if (p < pattern.Length && (pattern[p] == name[n] || pattern[p] == '?'))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star;
                n = ++resumed;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] is '*' or '[' or '{' && !IsVariable(pattern, p))
        {
            p = SkipAny(pattern, p);
        }

        return p == pattern.Length;
    }

    private static bool IsVariable(ReadOnlySpan<char> pattern, int place) =>
        pattern[place] == '{' && place > 0 && pattern[place - 1] == '$';

    /// <summary>Where a star, a set or a choice ends; each of them may be any text.</summary>
    private static int SkipAny(ReadOnlySpan<char> pattern, int start)
    {
        int length = pattern[start] switch
        {
            '[' => pattern.Slice(start).IndexOf(']'),
            '{' => pattern.Slice(start).IndexOf('}'),
            _ => 0,
        };
        return start + Math.Max(0, length) + 1;
    }
}
