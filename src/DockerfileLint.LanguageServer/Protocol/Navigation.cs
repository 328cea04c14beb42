namespace DockerfileLint.LanguageServer.Protocol;

internal sealed record ReferenceParameters(
    DocumentIdentifier TextDocument,
    Position Position,
    ReferenceContext? Context = null
) : IDocumentParameters;

internal sealed record ReferenceContext(bool IncludeDeclaration = true);

internal sealed record DocumentHighlight(PositionRange Range, int Kind);

internal sealed record RenameParameters(DocumentIdentifier TextDocument, Position Position, string NewName)
    : IDocumentParameters;

internal sealed record RenameTarget(PositionRange Range, string Placeholder);

internal sealed record RenameOptions
{
    public bool PrepareProvider { get; } = true;
}
