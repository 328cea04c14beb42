namespace DockerfileLint.LanguageServer.Features;

/// <summary>
/// What a token is to an editor; the numbers are places in <see cref="SemanticTokenTypes.Names"/>, one higher.
/// </summary>
internal enum SemanticTokenType : byte
{
    None,
    Comment,
    Keyword,
    String,
    Number,
    Operator,
    Variable,
    Parameter,
    Property,
    Function,
    Class,
    Namespace,
    Macro,
    Decorator,
}

internal static class SemanticTokenTypes
{
    internal static string[] Names { get; } =
    [
        "comment",
        "keyword",
        "string",
        "number",
        "operator",
        "variable",
        "parameter",
        "property",
        "function",
        "class",
        "namespace",
        "macro",
        "decorator",
    ];
}
