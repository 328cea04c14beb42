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

    /// <summary>
    /// What a value of the type looks like where <paramref name="value"/> is none, otherwise <c>null</c>.
    /// </summary>
    internal static string? GetExpectation(string type, string value, bool isList)
    {
        (bool fits, string expectation) = type switch
        {
            String => (!isList, "a text"),
            Boolean => (!isList && PageSchema.Booleans.Contains(value), "true or false"),
            Integer => (
                !isList && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
                "a whole number"
            ),
            List => (isList, "a list, '[a, b]'"),
            _ => (!isList && type.Split('|').Contains(value), type.Replace("|", ", ")),
        };
        return fits ? null : expectation;
    }
}
