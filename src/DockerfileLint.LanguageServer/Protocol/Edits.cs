using System.Text.Json.Serialization;

namespace DockerfileLint.LanguageServer.Protocol;

internal sealed record CodeActionParameters(
    DocumentIdentifier TextDocument,
    PositionRange Range,
    CodeActionContext? Context = null
) : IDocumentParameters;

internal sealed record CodeActionContext(string[]? Only = null);

internal sealed record CodeAction
{
    public required string Title { get; init; }

    public required string Kind { get; init; }

    public DocumentDiagnostic[]? Diagnostics { get; init; }

    public bool? IsPreferred { get; init; }

    public WorkspaceEdit? Edit { get; init; }

    public CodeActionData? Data { get; init; }
}

/// <summary>What an action does, for when it is chosen.</summary>
/// <param name="Uri">The document.</param>
/// <param name="Version">The version that it was offered for.</param>
/// <param name="Action">One of the names of <see cref="Features.CodeActions"/>.</param>
/// <param name="Rule">The rule that it is about.</param>
/// <param name="Fingerprint">The finding that it is about.</param>
internal sealed record CodeActionData(
    string Uri,
    int? Version,
    string Action,
    string? Rule = null,
    string? Fingerprint = null
);

/// <summary>An action that a client gives back; everything but its data is made anew.</summary>
internal sealed record ChosenCodeAction(string Title, string? Kind = null, CodeActionData? Data = null);

/// <summary>Edits of several documents.</summary>
/// <param name="DocumentChanges">With the versions that they are for.</param>
/// <param name="Changes">For a client that knows no versions: by address.</param>
internal sealed record WorkspaceEdit(
    DocumentChange[]? DocumentChanges = null,
    Dictionary<string, DocumentEdit[]>? Changes = null
);

internal sealed record DocumentChange(VersionedDocument TextDocument, DocumentEdit[] Edits);

/// <summary>A document of a version; <c>null</c> for what lies on disk.</summary>
internal sealed record VersionedDocument(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version
);

internal sealed record CodeActionOptions
{
    public string[] CodeActionKinds { get; } = ["quickfix", "source.fixAll.dockerfile-lint"];

    public bool ResolveProvider { get; } = true;
}
