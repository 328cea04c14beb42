namespace DockerfileLint.LanguageServer.Protocol;

internal sealed record DocumentSymbol(string Name, SymbolKind Kind, PositionRange Range, PositionRange SelectionRange)
{
    public string? Detail { get; init; }

    public DocumentSymbol[]? Children { get; init; }
}

internal enum SymbolKind
{
    File = 1,
    Module = 2,
    Namespace = 3,
    Class = 5,
    Property = 7,
    Field = 8,
    Function = 12,
    Variable = 13,
    String = 15,
    Array = 18,
    Key = 20,
    Event = 24,
}

internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind = null);

internal sealed record SelectionRangeParameters(DocumentIdentifier TextDocument, Position[] Positions)
    : IDocumentParameters;

internal sealed record SelectionRange(PositionRange Range, SelectionRange? Parent = null);

internal sealed record DocumentLink(PositionRange Range, string Target, string? Tooltip = null);

internal sealed record SemanticTokens(int[] Data);

internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend)
{
    public bool Full { get; } = true;

    public bool Range { get; } = true;
}

internal sealed record SemanticTokensLegend(string[] TokenTypes, string[] TokenModifiers);

internal sealed record ResolveOptions(bool ResolveProvider = false);
