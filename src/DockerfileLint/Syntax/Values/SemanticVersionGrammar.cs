namespace DockerfileLint.Syntax.Values;

/// <summary>Versions by Semantic Versioning 2.0.0: <c>major.minor.patch[-pre-release][+build]</c>.</summary>
internal static class SemanticVersionGrammar
{
    internal static bool IsVersion(string text)
    {
        int plus = text.IndexOf('+');
        string version = plus < 0 ? text : text.Substring(0, plus);
        int dash = version.IndexOf('-');
        string[] numbers = (dash < 0 ? version : version.Substring(0, dash)).Split('.');
        return numbers.Length == 3
            && Array.TrueForAll(numbers, IsNumber)
            && (
                dash < 0
                || Array.TrueForAll(
                    version.Substring(dash + 1).Split('.'),
                    part => IsIdentifier(part) && (IsNumber(part) || !part.All(IsDigit))
                )
            )
            && (plus < 0 || Array.TrueForAll(text.Substring(plus + 1).Split('.'), IsIdentifier));
    }

    /// <summary>Digits without a zero in front.</summary>
    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(IsDigit) && (text.Length == 1 || text[0] != '0');

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && text.All(c => IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
