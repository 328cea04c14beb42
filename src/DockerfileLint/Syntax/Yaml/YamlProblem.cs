namespace DockerfileLint.Syntax.Yaml;

/// <summary>
/// Why a stretch is not YAML, in the words of the YAML library, which are classified before they reach anybody.
/// </summary>
/// <param name="Reason">The library's message, or one of the reasons below; empty where the library gives none.</param>
/// <param name="Start">0-based offset in the file.</param>
/// <param name="End">Offset after the last offending character.</param>
internal sealed record YamlProblem(string Reason, int Start, int End)
{
    internal const string TooDeep = "too deep";
    internal const string TooManyNodes = "too many nodes";
    internal const string NoKey = "no key";
    internal const string WrongIndentation = "wrong indentation";
}
