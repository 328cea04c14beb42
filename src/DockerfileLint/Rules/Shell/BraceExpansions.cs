using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>A brace expansion, or a brace that stands for itself.</summary>
/// <param name="Start">0-based offset of the brace.</param>
/// <param name="End">Offset behind the closing brace, or behind the one that stands for itself.</param>
/// <param name="IsExpansion">Whether it is an expansion such as <c>{a,b}</c> or <c>{1..3}</c>.</param>
internal readonly record struct BraceText(int Start, int End, bool IsExpansion);

/// <summary>Finds the unquoted braces of a word.</summary>
internal static class BraceExpansions
{
    /// <summary>Whether a word may hold an unquoted brace; costs nothing for most.</summary>
    internal static bool MayHold(ShellWordSyntax word) => word.AsSpan().IndexOfAny('{', '}') >= 0;

    /// <summary>
    /// The braces in order of their offsets. <c>{}</c>, which programs replace, is neither an expansion nor a mistake.
    /// </summary>
    internal static List<BraceText> Find(ShellWordSyntax word)
    {
        var found = new List<BraceText>();
        var open = new Stack<(int Index, bool IsSeparated)>();
        foreach (UnquotedText piece in UnquotedText.Find(word))
        {
            string source = piece.Source;
            for (int i = piece.Start; i < piece.End; i++)
            {
                char c = source[i];
                char next = i + 1 < piece.End ? source[i + 1] : '\0';
                switch (c)
                {
                    case '\\':
                        i++;
                        break;
                    case '{' when next == '}':
                        i++;
                        break;
                    case '{':
                        open.Push((found.Count, IsSeparated: false));
                        found.Add(new BraceText(i, i + 1, IsExpansion: false));
                        break;
                    case ',' when open.Count > 0:
                    case '.' when open.Count > 0 && next == '.':
                        open.Push((open.Pop().Index, IsSeparated: true));
                        break;
                    case '}':
                        if (open.Count == 0)
                        {
                            found.Add(new BraceText(i, i + 1, IsExpansion: false));
                            break;
                        }

                        (int index, bool isSeparated) = open.Pop();
                        if (isSeparated)
                        {
                            found[index] = new BraceText(found[index].Start, i + 1, IsExpansion: true);
                        }
                        else
                        {
                            found.Add(new BraceText(i, i + 1, IsExpansion: false));
                        }

                        break;
                    default:
                        break;
                }
            }
        }

        return found;
    }
}
