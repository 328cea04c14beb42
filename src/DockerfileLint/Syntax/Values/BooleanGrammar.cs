namespace DockerfileLint.Syntax.Values;

/// <summary>Go's booleans, which know fewer spellings than people do.</summary>
internal static class BooleanGrammar
{
    internal static bool IsBoolean(string text) =>
        text is "1" or "t" or "T" or "true" or "TRUE" or "True" or "0" or "f" or "F" or "false" or "FALSE" or "False";
}
