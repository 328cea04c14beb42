using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>
/// One line of a <c>.gitignore</c>. The file comes with the linted repository and is not trusted, so that matching says
/// what it costs.
/// </summary>
internal sealed class GitIgnorePattern
{
    private readonly string[] _segments;
    private readonly bool _directoriesOnly;

    private GitIgnorePattern(string[] segments, bool isNegated, bool directoriesOnly)
    {
        _segments = segments;
        IsNegated = isNegated;
        _directoriesOnly = directoriesOnly;
    }

    /// <summary>Whether the pattern starts with <c>!</c> and takes back what an earlier one ignored.</summary>
    internal bool IsNegated { get; }

    /// <summary>Reads a line; <c>null</c> for blank lines, comments and lines that match nothing.</summary>
    internal static GitIgnorePattern? Parse(ReadOnlySpan<char> line)
    {
        if (line.Length > AnalysisBudget.MaxContextPathLength)
        {
            return null;
        }

        line = line.TrimEnd('\r');
        while (line.EndsWith(" ", StringComparison.Ordinal) && !line.EndsWith("\\ ", StringComparison.Ordinal))
        {
            line = line[..^1];
        }

        if (line.IsEmpty || line[0] == '#')
        {
            return null;
        }

        bool isNegated = line[0] == '!';
        line = isNegated ? line[1..] : line;
        bool directoriesOnly = line.EndsWith("/", StringComparison.Ordinal);
        line = directoriesOnly ? line[..^1] : line;
        if (line.IsEmpty)
        {
            return null;
        }

        // A slash at the start or in the middle ties the pattern to the folder of its file; otherwise it holds at any
        // depth.
        string[] segments =
            line.IndexOf('/') >= 0 ? line.TrimStart('/').ToString().Split('/') : ["**", line.ToString()];
        return new GitIgnorePattern(segments, isNegated, directoriesOnly);
    }

    /// <summary>Whether the pattern matches a path.</summary>
    /// <param name="path">The segments of the path below the folder of the pattern's file.</param>
    /// <param name="isDirectory">Whether the path is a folder.</param>
    /// <param name="steps">Gets the comparisons that it took.</param>
    internal bool IsMatch(ReadOnlySpan<string> path, bool isDirectory, ref long steps)
    {
        if (_directoriesOnly && !isDirectory)
        {
            return false;
        }

        // Only the last ** is ever widened again: what an earlier one covers cannot change the outcome.
        int pattern = 0;
        int segment = 0;
        int retryPattern = -1;
        int retrySegment = 0;
        while (segment < path.Length)
        {
            steps++;
            if (pattern < _segments.Length && _segments[pattern] == "**")
            {
                if (pattern == _segments.Length - 1)
                {
                    return true;
                }

                retryPattern = ++pattern;
                retrySegment = segment;
            }
            else if (pattern < _segments.Length && IsSegmentMatch(_segments[pattern], path[segment], ref steps))
            {
                pattern++;
                segment++;
            }
            else if (retryPattern >= 0)
            {
                pattern = retryPattern;
                segment = ++retrySegment;
            }
            else
            {
                return false;
            }
        }

        return pattern == _segments.Length;
    }

    private static bool IsSegmentMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name, ref long steps)
    {
        int p = 0;
        int n = 0;
        int retryPattern = -1;
        int retryName = 0;
        while (n < name.Length)
        {
            steps++;
            if (p < pattern.Length && pattern[p] == '*')
            {
                retryPattern = ++p;
                retryName = n;
            }
            else if (p < pattern.Length && IsCharacterMatch(pattern[p..], name[n], out int length, ref steps))
            {
                p += length;
                n++;
            }
            else if (retryPattern >= 0)
            {
                p = retryPattern;
                n = ++retryName;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    private static bool IsCharacterMatch(ReadOnlySpan<char> pattern, char c, out int length, ref long steps)
    {
        length = 1;
        switch (pattern[0])
        {
            case '?':
                return true;
            case '[':
                bool matches = IsBracketMatch(pattern, c, out length);
                steps += length;
                return matches;
            case '\\':
                length = 2;
                return pattern.Length > 1 && pattern[1] == c;
            default:
                return pattern[0] == c;
        }
    }

    private static bool IsBracketMatch(ReadOnlySpan<char> pattern, char c, out int length)
    {
        int i = 1;
        bool isNegated = i < pattern.Length && pattern[i] is '!' or '^';
        i += isNegated ? 1 : 0;
        bool matches = false;
        int bracket = 0;
        for (bool first = true; i < pattern.Length && (first || pattern[i] != ']'); first = false)
        {
            if (pattern[i..].StartsWith("[:", StringComparison.Ordinal))
            {
                int name = i + 2;
                if (bracket < name)
                {
                    int distance = pattern[name..].IndexOf(']');
                    bracket = distance < 0 ? pattern.Length : name + distance;
                }

                // A class ends at the first bracket, or there is none, as in git.
                if (bracket < pattern.Length && bracket > name && pattern[bracket - 1] == ':')
                {
                    matches |= IsInClass(pattern[name..(bracket - 1)], c);
                    i = bracket + 1;
                    continue;
                }
            }

            char low = ReadBracketCharacter(pattern, ref i);
            char high = low;
            if (i + 1 < pattern.Length && pattern[i] == '-' && pattern[i + 1] != ']')
            {
                i++;
                high = ReadBracketCharacter(pattern, ref i);
            }

            matches |= c >= low && c <= high;
        }

        // An unclosed bracket matches nothing, as in git.
        length = i + 1;
        return i < pattern.Length && matches != isNegated;
    }

    private static char ReadBracketCharacter(ReadOnlySpan<char> pattern, ref int index)
    {
        if (pattern[index] == '\\' && index + 1 < pattern.Length)
        {
            index++;
        }

        return pattern[index++];
    }

    private static bool IsInClass(ReadOnlySpan<char> name, char c) =>
        name switch
        {
            "alnum" => IsLower(c) || IsUpper(c) || IsDigit(c),
            "alpha" => IsLower(c) || IsUpper(c),
            "blank" => c is ' ' or '\t',
            "cntrl" => c is < ' ' or '\x7f',
            "digit" => IsDigit(c),
            "graph" => c is > ' ' and < '\x7f',
            "lower" => IsLower(c),
            "print" => c is >= ' ' and < '\x7f',
            "punct" => c < '\x80' && (char.IsPunctuation(c) || char.IsSymbol(c)),
            "space" => c is ' ' or (>= '\t' and <= '\r'),
            "upper" => IsUpper(c),
            "xdigit" => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F'),
            _ => false,
        };

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
