using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DockerfileLint.Generators;

/// <summary>From the names of a page to C# identifiers.</summary>
internal static class Names
{
    /// <summary>
    /// Whether a text is words of lower-case letters and digits with <c>-</c> between them, starting with a letter.
    /// </summary>
    internal static bool IsKebabCase(string text)
    {
        bool wordStarts = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '-' ? wordStarts : !(c is >= 'a' and <= 'z' || (i > 0 && c is >= '0' and <= '9')))
            {
                return false;
            }

            wordStarts = c == '-';
        }

        return !wordStarts;
    }

    /// <summary><c>last-user-is-root</c> → <c>LastUserIsRoot</c>.</summary>
    internal static string ToPascalCase(string kebab)
    {
        var result = new StringBuilder(kebab.Length);
        bool wordStarts = true;
        foreach (char c in kebab)
        {
            if (c == '-')
            {
                wordStarts = true;
                continue;
            }

            result.Append(wordStarts ? char.ToUpperInvariant(c) : c);
            wordStarts = false;
        }

        return result.ToString();
    }

    /// <summary><c>base-image</c> and <c>baseImage</c> → <c>baseImage</c>.</summary>
    internal static string ToCamelCase(string kebab)
    {
        string pascal = ToPascalCase(kebab);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }

    /// <summary>The identifier as it stands in code: keywords get an <c>@</c>.</summary>
    internal static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;

    /// <summary>A C# string literal.</summary>
    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
