namespace DockerfileLint.Semantics;

/// <summary>
/// What a mode of chmod, <c>install -m</c> or <c>--chmod</c> gives: octal, or symbols such as <c>u+s,o=rw</c>.
/// </summary>
internal readonly record struct PermissionMode
{
    private const int WritableByOthers = 2;
    private const int Sticky = 0x200;
    private const int SetGroup = 0x400;
    private const int SetUser = 0x800;

    private PermissionMode(bool isWorldWritable, bool setsUser, bool setsGroup)
    {
        IsWorldWritable = isWorldWritable;
        SetsUser = setsUser;
        SetsGroup = setsGroup;
    }

    /// <summary>
    /// Whether everyone may write; not where the sticky bit keeps what others own, as in <c>/tmp</c>.
    /// </summary>
    internal bool IsWorldWritable { get; }

    /// <summary>Whether programs run as the owner of the file.</summary>
    internal bool SetsUser { get; }

    /// <summary>Whether programs run in the group of the file, or files of a folder get its group.</summary>
    internal bool SetsGroup { get; }

    /// <summary>Reads a mode; what is not one gives nothing.</summary>
    internal static PermissionMode Parse(string text)
    {
        if (text.Length == 0)
        {
            return default;
        }

        return text[0] is >= '0' and <= '7' ? ParseOctal(text) : ParseSymbols(text);
    }

    private static PermissionMode ParseOctal(string text)
    {
        int mode = 0;
        foreach (char c in text)
        {
            if (c is < '0' or > '7' || mode > 0xFFF)
            {
                return default;
            }

            mode = (mode * 8) + (c - '0');
        }

        return new PermissionMode(
            (mode & WritableByOthers) != 0 && (mode & Sticky) == 0,
            (mode & SetUser) != 0,
            (mode & SetGroup) != 0
        );
    }

    private static PermissionMode ParseSymbols(string text)
    {
        bool isWorldWritable = false;
        bool isSticky = false;
        bool setsUser = false;
        bool setsGroup = false;
        foreach (string clause in text.Split(','))
        {
            int i = 0;
            while (i < clause.Length && clause[i] is 'u' or 'g' or 'o' or 'a')
            {
                i++;
            }

            string who = clause.Substring(0, i);
            for (char operation = ' '; i < clause.Length; i++)
            {
                char c = clause[i];
                if (c is '+' or '-' or '=')
                {
                    operation = c;
                }
                else if (operation is '+' or '=')
                {
                    // Without a class, the mask decides who gets the right to write.
                    isWorldWritable |= c == 'w' && who.IndexOfAny(['o', 'a']) >= 0;
                    isSticky |= c == 't';
                    setsUser |= c == 's' && (who.Length == 0 || who.IndexOfAny(['u', 'a']) >= 0);
                    setsGroup |= c == 's' && (who.Length == 0 || who.IndexOfAny(['g', 'a']) >= 0);
                }
            }
        }

        return new PermissionMode(isWorldWritable && !isSticky, setsUser, setsGroup);
    }
}
