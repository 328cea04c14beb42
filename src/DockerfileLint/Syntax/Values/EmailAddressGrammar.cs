namespace DockerfileLint.Syntax.Values;

/// <summary>Addresses of e-mail by RFC 5322, without comments and obsolete forms: <c>local@domain</c>.</summary>
internal static class EmailAddressGrammar
{
    internal static bool IsAddress(string text)
    {
        int at = text.LastIndexOf('@');
        return at > 0 && IsLocal(text.Substring(0, at)) && IsDomain(text.Substring(at + 1));
    }

    private static bool IsLocal(string text) => IsDotAtom(text) || IsQuoted(text);

    private static bool IsDomain(string text) =>
        IsDotAtom(text)
        || (
            text.Length > 2
            && text[0] == '['
            && text[text.Length - 1] == ']'
            && text.Substring(1, text.Length - 2).All(c => c is > ' ' and < '\x7f' and not ('[' or ']' or '\\'))
        );

    private static bool IsDotAtom(string text) =>
        Array.TrueForAll(text.Split('.'), atom => atom.Length > 0 && atom.All(IsAtomCharacter));

    private static bool IsAtomCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-/=?^_`{|}~".IndexOf(c) >= 0;

    private static bool IsQuoted(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[text.Length - 1] != '"')
        {
            return false;
        }

        for (int i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length - 1)
            {
                i++;
            }
            else if (text[i] is '"' or '\\' or < ' ' or >= '\x7f')
            {
                return false;
            }
        }

        return true;
    }
}
