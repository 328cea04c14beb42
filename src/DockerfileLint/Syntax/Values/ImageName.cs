namespace DockerfileLint.Syntax.Values;

/// <summary>
/// The form of an image reference, <c>[domain/]path[:tag][@algorithm:hex]</c>. Not on Sprache, since every file has
/// one.
/// </summary>
internal static class ImageName
{
    private const int LongestTag = 128;
    private const int LongestPath = 255;
    private const int ShortestDigest = 32;
    private const int IdentifierLength = 64;

    internal static bool IsValid(string text)
    {
        int at = text.IndexOf('@');
        if (at >= 0 && !IsDigest(text.AsSpan(at + 1)))
        {
            return false;
        }

        ReadOnlySpan<char> name = at < 0 ? text.AsSpan() : text.AsSpan(0, at);
        int colon = name.LastIndexOf(':');
        if (colon > name.LastIndexOf('/'))
        {
            if (!IsTag(name.Slice(colon + 1)))
            {
                return false;
            }

            name = name.Slice(0, colon);
        }
        else if (at < 0 && IsIdentifier(name))
        {
            return false;
        }

        int slash = name.IndexOf('/');
        if (slash > 0 && IsDomain(name.Slice(0, slash)))
        {
            name = name.Slice(slash + 1);
        }

        return name.Length is > 0 and <= LongestPath && IsPath(name);
    }

    /// <summary>A lone number of an image is no name.</summary>
    private static bool IsIdentifier(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
            {
                return false;
            }
        }

        return name.Length == IdentifierLength;
    }

    /// <summary>
    /// The first part is a domain where it cannot be a path: it has a dot, a port or upper case, or is localhost.
    /// </summary>
    private static bool IsDomain(ReadOnlySpan<char> part)
    {
        bool isMarked = part.Equals("localhost".AsSpan(), StringComparison.Ordinal) || part[0] == '[';
        int colon = part.LastIndexOf(':');
        ReadOnlySpan<char> host = colon > part.LastIndexOf(']') ? part.Slice(0, colon) : part;
        foreach (char c in host)
        {
            isMarked |= c is '.' or (>= 'A' and <= 'Z');
            if (!IsLetterOrDigit(c) && c is not ('.' or '-' or '[' or ']' or ':'))
            {
                return false;
            }
        }

        if (host.Length < part.Length)
        {
            isMarked = true;
            foreach (char c in part.Slice(host.Length + 1))
            {
                if (c is not (>= '0' and <= '9'))
                {
                    return false;
                }
            }
        }

        return isMarked && host.Length > 0;
    }

    /// <summary>
    /// Components of lower-case letters and digits, joined by one dot, one or two underscores or any number of dashes.
    /// </summary>
    private static bool IsPath(ReadOnlySpan<char> path)
    {
        int position = 0;
        while (true)
        {
            int start = position;
            while (position < path.Length && path[position] is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                position++;
            }

            if (position == start)
            {
                return false;
            }

            if (position == path.Length)
            {
                return true;
            }

            char separator = path[position];
            int limit = separator switch
            {
                '/' or '.' => 1,
                '_' => 2,
                '-' => int.MaxValue,
                _ => 0,
            };
            for (int count = 0; count < limit && position < path.Length && path[position] == separator; count++)
            {
                position++;
            }

            if (limit == 0)
            {
                return false;
            }
        }
    }

    private static bool IsTag(ReadOnlySpan<char> tag)
    {
        foreach (char c in tag)
        {
            if (!IsLetterOrDigit(c) && c is not ('_' or '.' or '-'))
            {
                return false;
            }
        }

        return tag.Length is > 0 and <= LongestTag && tag[0] is not ('.' or '-');
    }

    private static bool IsDigest(ReadOnlySpan<char> digest)
    {
        int colon = digest.IndexOf(':');
        if (colon <= 0 || digest.Length - colon - 1 < ShortestDigest)
        {
            return false;
        }

        foreach (char c in digest.Slice(0, colon))
        {
            if (!IsLetterOrDigit(c) && c is not ('+' or '.' or '-' or '_'))
            {
                return false;
            }
        }

        foreach (char c in digest.Slice(colon + 1))
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetterOrDigit(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
