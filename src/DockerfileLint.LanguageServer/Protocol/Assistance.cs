namespace DockerfileLint.LanguageServer.Protocol;

internal sealed record Hover(MarkupContent Contents, PositionRange? Range = null);

internal sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items);

internal sealed record CompletionItem(string Label, CompletionItemKind Kind)
{
    public string? Detail { get; init; }

    public MarkupContent? Documentation { get; init; }

    public string? SortText { get; init; }

    public string? FilterText { get; init; }

    public DocumentEdit? TextEdit { get; init; }
}

internal enum CompletionItemKind
{
    Function = 3,
    Variable = 6,
    Class = 7,
    Module = 9,
    Property = 10,
    Value = 12,
    Keyword = 14,
    File = 17,
    Reference = 18,
}

internal sealed record CompletionOptions(string[] TriggerCharacters);

internal sealed record InlayHint(Position Position, string Label)
{
    public bool PaddingLeft { get; } = true;

    public MarkupContent? Tooltip { get; init; }
}

internal sealed record FormattingParameters(DocumentIdentifier TextDocument, PositionRange? Range = null)
    : IDocumentParameters;
