namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// The variables of a text as tools see them that know neither quotes nor escapes nor modifiers: <c>$NAME</c> and
/// <c>${NAME}</c>.
/// </summary>
internal static class VariableText
{
    /// <summary>The names in order, each with its 0-based offset.</summary>
    internal static IEnumerable<(int Start, string Name)> Find(string text)
    {
        for (
            int dollar = text.IndexOf('$');
            dollar >= 0 && dollar + 1 < text.Length;
            dollar = text.IndexOf('$', dollar + 1)
        )
        {
            bool isBraced = text[dollar + 1] == '{';
            int start = isBraced ? dollar + 2 : dollar + 1;
            int end = start;
            while (end < text.Length && IsNameCharacter(text[end]))
            {
                end++;
            }

            if (end > start && (!isBraced || (end < text.Length && text[end] == '}')))
            {
                yield return (start, text.Substring(start, end - start));
            }
        }
    }

    private static bool IsNameCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
