namespace DockerfileLint.Syntax.Values;

/// <summary>Absolute addresses by RFC 3986: a scheme, a colon, and something behind it.</summary>
internal static class UriGrammar
{
    internal static bool IsAbsolute(string text)
    {
        int colon = text.IndexOf(':');
        if (colon <= 0 || colon + 1 == text.Length || !IsLetter(text[0]))
        {
            return false;
        }

        for (int i = 1; i < colon; i++)
        {
            if (!IsLetter(text[i]) && !IsDigit(text[i]) && text[i] is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        for (int i = colon + 1; i < text.Length; i++)
        {
            bool isEscape =
                text[i] == '%' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]);
            if (!isEscape && !IsLetter(text[i]) && !IsDigit(text[i]) && "-._~:/?#[]@!$&'()*+,;=".IndexOf(text[i]) < 0)
            {
                return false;
            }
        }

        return text.IndexOf('#') == text.LastIndexOf('#');
    }

    /// <summary>Whether an address of the web, if it is one, names a host.</summary>
    internal static bool HasHost(string address)
    {
        int colon = address.IndexOf(':');
        string scheme = address.Substring(0, Math.Max(0, colon)).ToLowerInvariant();
        if (scheme is not ("http" or "https"))
        {
            return true;
        }

        string rest = address.Substring(colon + 1);
        return rest.Length > 2
            && rest.StartsWith("//", StringComparison.Ordinal)
            && rest[2] is not ('/' or '?' or '#' or ':');
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
