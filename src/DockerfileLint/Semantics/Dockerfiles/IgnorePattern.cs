using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>How a pattern meets a path.</summary>
[Flags]
internal enum IgnoreMatch
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>It matches the path or a folder above it, and so everything below.</summary>
    Covers = 1,

    /// <summary>It can match something below the path.</summary>
    ReachesBelow = 2,
}

/// <summary>
/// One pattern of a <c>.dockerignore</c>. It is matched as an automaton, all alternatives at once, so that the time is
/// bounded by the pattern's length times the path's whatever stands in either.
/// </summary>
internal sealed class IgnorePattern
{
    // What a character of a source that is itself a pattern is replaced with; see GetCharacters.
    private const int AnyCharacters = -1;
    private const int AnyCharacter = -2;

    private readonly Element[] _elements;

    /// <summary>The pattern where it is plain text.</summary>
    private readonly string? _literal;

    private IgnorePattern(string text, bool isNegated, TextSpan span, Element[] elements)
    {
        Text = text;
        IsNegated = isNegated;
        Span = span;
        _elements = elements;
        _literal =
            Array.TrueForAll(elements, element => element.Kind == ElementKind.Literal) && text.IndexOf('\\') < 0
                ? text
                : null;
    }

    private enum ElementKind
    {
        /// <summary>One character.</summary>
        Literal,

        /// <summary><c>?</c>: any character but a slash.</summary>
        One,

        /// <summary><c>[…]</c>.</summary>
        Class,

        /// <summary><c>*</c>: any characters but slashes.</summary>
        Star,

        /// <summary>Any characters.</summary>
        Everything,

        /// <summary><c>**</c> before more: nothing, or <see cref="Folders"/>, which always follows.</summary>
        OptionalFolders,

        /// <summary>Any characters up to and with a slash.</summary>
        Folders,
    }

    /// <summary>The pattern, cleaned, without the exclamation mark.</summary>
    internal string Text { get; }

    /// <summary>Whether it takes back in what earlier patterns leave out.</summary>
    internal bool IsNegated { get; }

    /// <summary>The line in the file, without blanks around it.</summary>
    internal TextSpan Span { get; }

    /// <summary>Whether it matches everything.</summary>
    internal bool IsUniversal => Text is "*" or "**" or "**/*";

    /// <summary>What one call of <see cref="Match"/> costs at most for each character of a path.</summary>
    internal int Cost => _elements.Length + 1;

    /// <summary>Parses a cleaned pattern.</summary>
    /// <returns>Whether it is well-formed; the builder refuses every build with one that is not.</returns>
    internal static bool TryParse(
        string text,
        bool isNegated,
        TextSpan span,
        [NotNullWhen(true)] out IgnorePattern? pattern
    )
    {
        pattern = null;
        int[] characters = GetCharacters(text, isPattern: false);
        var elements = new List<Element>(characters.Length);
        int position = 0;
        while (position < characters.Length)
        {
            int character = characters[position++];
            switch (character)
            {
                case '*' when position < characters.Length && characters[position] == '*':
                    position++;
                    AddFolders(text, characters, ref position, elements);
                    break;
                case '*':
                    elements.Add(new Element(ElementKind.Star));
                    break;
                case '?':
                    elements.Add(new Element(ElementKind.One));
                    break;
                case '[':
                    if (ParseClass(characters, ref position) is not { } element)
                    {
                        return false;
                    }

                    elements.Add(element);
                    break;
                case '\\':
                    if (position == characters.Length)
                    {
                        return false;
                    }

                    elements.Add(new Element(ElementKind.Literal, characters[position++]));
                    break;
                default:
                    elements.Add(new Element(ElementKind.Literal, character));
                    break;
            }
        }

        pattern = new IgnorePattern(text, isNegated, span, [.. elements]);
        return true;
    }

    /// <summary>The characters of a path as <see cref="Match"/> takes them.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isPattern">
    /// Whether <c>*</c> and <c>?</c> in the path stand for other characters: then only what matches all of these
    /// matches.
    /// </param>
    internal static int[] GetCharacters(string path, bool isPattern)
    {
        int[] characters = new int[path.Length];
        int count = 0;
        for (int i = 0; i < path.Length; i++)
        {
            bool isPair = i + 1 < path.Length && char.IsSurrogatePair(path[i], path[i + 1]);
            characters[count++] = (path[i], isPattern) switch
            {
                ('*', true) => AnyCharacters,
                ('?', true) => AnyCharacter,
                _ => isPair ? char.ConvertToUtf32(path[i], path[++i]) : path[i],
            };
        }

        Array.Resize(ref characters, count);
        return characters;
    }

    /// <summary>Matches a cleaned path.</summary>
    internal IgnoreMatch Match(string path, int[] characters)
    {
        if (_literal is { } literal)
        {
            return StartsWithFolder(path, literal) ? IgnoreMatch.Covers | IgnoreMatch.ReachesBelow
                : StartsWithFolder(literal, path) ? IgnoreMatch.ReachesBelow
                : IgnoreMatch.None;
        }

        bool[] current = new bool[_elements.Length + 1];
        bool[] next = new bool[_elements.Length + 1];
        current[0] = true;
        Close(current);
        foreach (int character in characters)
        {
            if (character == '/' && current[_elements.Length])
            {
                return IgnoreMatch.Covers | IgnoreMatch.ReachesBelow;
            }

            if (!Step(current, next, character))
            {
                return IgnoreMatch.None;
            }

            (current, next) = (next, current);
        }

        return current[_elements.Length] ? IgnoreMatch.Covers | IgnoreMatch.ReachesBelow
            : Step(current, next, '/') ? IgnoreMatch.ReachesBelow
            : IgnoreMatch.None;
    }

    private static bool StartsWithFolder(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || path[folder.Length] == '/');

    /// <summary>Reads what follows <c>**</c>.</summary>
    private static void AddFolders(string text, int[] characters, ref int position, List<Element> elements)
    {
        bool isFirst = elements.Count == 0 && position == 2;
        bool hasSlash = position < characters.Length && characters[position] == '/';
        if (hasSlash)
        {
            position++;
        }

        // The builder compares the end of the path where plain text follows a leading '**', so '**.log' matches
        // 'a.log', which the general form does not.
        if (
            position == characters.Length
            || (isFirst && !hasSlash && text.IndexOfAny(['*', '?', '[', ']', '\\'], 2) < 0)
        )
        {
            elements.Add(new Element(ElementKind.Everything));
            return;
        }

        elements.Add(new Element(ElementKind.OptionalFolders));
        elements.Add(new Element(ElementKind.Folders));
    }

    /// <summary>Reads a class, whose bracket is behind <paramref name="position"/>.</summary>
    private static Element? ParseClass(int[] characters, ref int position)
    {
        bool isNegated = position < characters.Length && characters[position] == '^';
        if (isNegated)
        {
            position++;
        }

        var ranges = new List<(int First, int Last)>();
        while (position < characters.Length && (characters[position] != ']' || ranges.Count == 0))
        {
            if (ParseBound(characters, ref position) is not { } first)
            {
                return null;
            }

            int last = first;
            if (position < characters.Length && characters[position] == '-')
            {
                position++;
                if (ParseBound(characters, ref position) is not { } bound || bound < first)
                {
                    return null;
                }

                last = bound;
            }

            ranges.Add((first, last));
        }

        if (position++ >= characters.Length)
        {
            return null;
        }

        return new Element(ElementKind.Class, Ranges: [.. ranges], IsNegated: isNegated);
    }

    private static int? ParseBound(int[] characters, ref int position)
    {
        if (position < characters.Length && characters[position] == '\\')
        {
            position++;
        }
        else if (position < characters.Length && characters[position] is '-' or ']')
        {
            return null;
        }

        return position < characters.Length ? characters[position++] : null;
    }

    /// <summary>
    /// Adds the states that are reached without a character. They all lie further on, so one pass is enough.
    /// </summary>
    private void Close(bool[] states)
    {
        for (int i = 0; i < _elements.Length; i++)
        {
            if (states[i])
            {
                ElementKind kind = _elements[i].Kind;
                states[i + 1] |= kind is ElementKind.Star or ElementKind.Everything or ElementKind.OptionalFolders;
                if (kind == ElementKind.OptionalFolders)
                {
                    states[i + 2] = true;
                }
            }
        }
    }

    /// <summary>Takes one character of the path.</summary>
    /// <returns>Whether any state is left.</returns>
    private bool Step(bool[] current, bool[] next, int character)
    {
        Array.Clear(next, 0, next.Length);
        bool isAlive = false;
        for (int i = 0; i < _elements.Length; i++)
        {
            if (!current[i])
            {
                continue;
            }

            Element element = _elements[i];
            switch (element.Kind)
            {
                case ElementKind.Star:
                    next[i] |= character != '/';
                    break;
                case ElementKind.Everything:
                    next[i] = true;
                    break;
                case ElementKind.Folders:
                    next[i] = true;
                    next[i + 1] |= character == '/';
                    break;
                case ElementKind.OptionalFolders:
                    break;
                default:
                    next[i + 1] |= element.Takes(character);
                    break;
            }

            isAlive |= next[i] | next[i + 1];
        }

        Close(next);
        return isAlive;
    }

    private readonly record struct Element(
        ElementKind Kind,
        int Character = 0,
        (int First, int Last)[]? Ranges = null,
        bool IsNegated = false
    )
    {
        internal bool Takes(int character) =>
            Kind switch
            {
                ElementKind.Literal => character == Character,
                ElementKind.One => character is not '/' and not AnyCharacters,
                _ => character >= 0
                    && Array.Exists(Ranges!, range => character >= range.First && character <= range.Last) != IsNegated,
            };
    }
}
