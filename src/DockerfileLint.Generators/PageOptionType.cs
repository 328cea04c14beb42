using System.Globalization;

namespace DockerfileLint.Generators;

/// <summary>The types of an option.</summary>
internal static class PageOptionType
{
    internal const string Boolean = "boolean";
    internal const string Integer = "integer";
    internal const string List = "list";
    internal const string String = "string";

    internal static readonly string[] All = [String, Boolean, Integer, List];

    /// <summary>Whether a type is a choice: words with <c>|</c> between them.</summary>
    internal static bool IsChoice(string type) => type.IndexOf('|') >= 0;

    internal static bool TryReadInteger(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>
    /// What a value of the type looks like where <paramref name="value"/> is none, otherwise <c>null</c>.
    /// </summary>
    internal static string? GetExpectation(string type, string value, bool isList, int minimum, int maximum)
    {
        (bool fits, string expectation) = type switch
        {
            String => (!isList, "a text"),
            Boolean => (!isList && PageSchema.Booleans.Contains(value), "true or false"),
            Integer => (
                !isList && TryReadInteger(value, out int number) && number >= minimum && number <= maximum,
                $"a whole number from {ToText(minimum)} to {ToText(maximum)}"
            ),
            List => (isList, "a list, '[a, b]'"),
            _ => (!isList && type.Split('|').Contains(value), type.Replace("|", ", ")),
        };
        return fits ? null : expectation;
    }

    internal static string ToText(int number) => number.ToString(CultureInfo.InvariantCulture);
}
