using System.Text.Json;
using System.Text.Json.Serialization;

namespace DockerfileLint.LanguageServer.Protocol;

internal sealed record InitializeParameters(
    ClientCapabilities? Capabilities = null,
    string? RootUri = null,
    FolderIdentifier[]? WorkspaceFolders = null,
    JsonElement? InitializationOptions = null
);

internal sealed record FolderIdentifier(string Uri, string? Name = null);

internal sealed record ClientCapabilities(
    GeneralCapabilities? General = null,
    WorkspaceCapabilities? Workspace = null,
    DocumentCapabilities? TextDocument = null,
    WindowCapabilities? Window = null
);

internal sealed record GeneralCapabilities(string[]? PositionEncodings = null);

internal sealed record WorkspaceCapabilities(
    RefreshCapability? Diagnostics = null,
    RefreshCapability? InlayHint = null,
    RegistrationCapability? DidChangeWatchedFiles = null,
    WorkspaceEditCapability? WorkspaceEdit = null
);

internal sealed record RefreshCapability(bool RefreshSupport = false);

internal sealed record RegistrationCapability(bool DynamicRegistration = false);

internal sealed record WorkspaceEditCapability(bool DocumentChanges = false);

internal sealed record DocumentCapabilities(
    JsonElement? Diagnostic = null,
    CodeActionCapability? CodeAction = null,
    CompletionCapability? Completion = null
);

internal sealed record CodeActionCapability(ResolveCapability? ResolveSupport = null);

internal sealed record ResolveCapability(string[]? Properties = null);

internal sealed record CompletionCapability(CompletionItemCapability? CompletionItem = null);

internal sealed record CompletionItemCapability(bool SnippetSupport = false);

internal sealed record WindowCapabilities(bool WorkDoneProgress = false);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInformation ServerInfo);

internal sealed record ServerInformation(string Name, string Version);

internal sealed record ServerCapabilities
{
    public required string PositionEncoding { get; init; }

    public SyncOptions TextDocumentSync { get; } = new();

    public DiagnosticOptions? DiagnosticProvider { get; init; }

    public CodeActionOptions CodeActionProvider { get; } = new();

    public bool HoverProvider { get; } = true;

    public CompletionOptions CompletionProvider { get; } = new([" ", "-", "=", ",", "$", "{", ":", "*", "#"]);

    public bool DefinitionProvider { get; } = true;

    public bool ReferencesProvider { get; } = true;

    public bool DocumentHighlightProvider { get; } = true;

    public RenameOptions RenameProvider { get; } = new();

    public bool DocumentSymbolProvider { get; } = true;

    public bool FoldingRangeProvider { get; } = true;

    public bool SelectionRangeProvider { get; } = true;

    public ResolveOptions DocumentLinkProvider { get; } = new();

    public bool InlayHintProvider { get; } = true;

    public SemanticTokensOptions SemanticTokensProvider { get; } =
        new(new SemanticTokensLegend(Features.SemanticTokenTypes.Names, []));

    public bool DocumentFormattingProvider { get; } = true;

    public bool DocumentRangeFormattingProvider { get; } = true;

    public WorkspaceOptions Workspace { get; } = new();
}

internal sealed record SyncOptions
{
    public bool OpenClose { get; } = true;

    /// <summary>Incremental.</summary>
    public int Change { get; } = 2;

    public bool Save { get; } = true;
}

internal sealed record DiagnosticOptions
{
    public string Identifier { get; } = "dockerfile-lint";

    public bool InterFileDependencies { get; } = true;

    public bool WorkspaceDiagnostics { get; init; } = true;

    public bool WorkDoneProgress { get; } = true;
}

internal sealed record WorkspaceOptions
{
    public FolderOptions WorkspaceFolders { get; } = new();
}

internal sealed record FolderOptions
{
    public bool Supported { get; } = true;

    public bool ChangeNotifications { get; } = true;
}

internal sealed record FoldersChange(FolderChangeEvent Event);

internal sealed record FolderChangeEvent(FolderIdentifier[] Added, FolderIdentifier[] Removed);

internal sealed record ConfigurationChange(JsonElement? Settings = null);

internal sealed record WatchedFilesChange(FileEvent[] Changes);

internal sealed record FileEvent(string Uri, int Type);

internal sealed record RegistrationParameters(Registration[] Registrations);

internal sealed record Registration(string Id, string Method, WatchOptions RegisterOptions);

internal sealed record WatchOptions(FileWatcher[] Watchers);

internal sealed record FileWatcher(string GlobPattern);

internal sealed record MessageParameters(int Type, string Message);

internal sealed record SetTraceParameters(string? Value = null);

/// <summary>What a client sets: in <c>initializationOptions</c>, or later under <c>dockerfileLint</c>.</summary>
/// <param name="Preset">The preset in place of those that configurations name.</param>
/// <param name="Configuration">The configuration of all files in place of those beside them; a path.</param>
/// <param name="WorkspaceDiagnostics">Whether files are linted that are not shown; settled at the start.</param>
internal sealed record ServerSettings(
    string? Preset = null,
    string? Configuration = null,
    bool? WorkspaceDiagnostics = null
);

internal sealed record SettingsSection([property: JsonPropertyName("dockerfileLint")] ServerSettings? Settings = null);
