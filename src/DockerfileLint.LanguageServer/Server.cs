using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DockerfileLint.Diagnostics;
using DockerfileLint.LanguageServer.Features;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Rpc;
using DockerfileLint.LanguageServer.Workspaces;

namespace DockerfileLint.LanguageServer;

/// <summary>
/// The language server: one conversation with one client. What changes documents is done in order by one thread; what
/// is asked about them is computed by others from views, which do not change.
/// </summary>
internal sealed class Server
{
    private const int ErrorMessage = 1;
    private const int LogMessage = 4;

    private static readonly ProtocolJson Json = ProtocolJson.Default;

    private readonly RpcConnection _connection;
    private readonly Workspace _workspace;
    private readonly LatencyCounter _latency = new();
    private readonly DiagnosticReports _reports;
    private readonly DiagnosticPublisher _publisher;
    private readonly WorkspaceDiagnostics _workspaceDiagnostics;
    private readonly string _version;

    // The configurations whose mistakes the client shows, by their addresses.
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);
    private ClientCapabilities _client = new();

    // The folders for those that compute answers, as the last message left them.
    private volatile List<FolderView> _folders = [];
    private State _state = State.New;

    /// <param name="input">Where the client's messages come from.</param>
    /// <param name="output">Where ours go to; nothing else may be written there.</param>
    /// <param name="version">The version of the tool.</param>
    /// <param name="load">Makes the configurations of a folder anew.</param>
    internal Server(Stream input, Stream output, string version, LoadConfigurations load)
    {
        _version = version;
        _connection = new RpcConnection(input, output) { Refuse = Refuse, Report = Log };
        _workspace = new Workspace(load);
        _reports = new DiagnosticReports(_latency);
        _publisher = new DiagnosticPublisher(_connection, _latency);
        _workspaceDiagnostics = new WorkspaceDiagnostics(_connection, _reports);
        AddLifecycle();
        AddDocuments();
        AddDiagnostics();
        AddCodeActions();
        AddStructure();
        AddNavigation();
        AddAssistance();
    }

    private enum State
    {
        New,
        Running,
        ShutDown,
        Ended,
    }

    /// <summary>Whether the client asks for findings, so that none are sent by themselves.</summary>
    private bool IsAsked => _client.TextDocument?.Diagnostic is not null;

    /// <summary>Talks to the client until it ends the conversation, or is gone.</summary>
    /// <returns>Whether it took its leave in the order that the protocol has.</returns>
    internal bool Run()
    {
        _connection.Run();
        _publisher.Cancel();
        return _state == State.Ended;
    }

    private RpcError? Refuse(string method, bool isRequest) =>
        method is "exit" ? null
        : _state == State.New && method != "initialize"
            ? new RpcError(RpcErrorCode.ServerNotInitialized, "The first request must be 'initialize'.")
        : _state == State.Running && method == "initialize"
            ? new RpcError(RpcErrorCode.InvalidRequest, "The server is initialized already.")
        : _state == State.ShutDown && isRequest ? new RpcError(RpcErrorCode.InvalidRequest, "The server is shut down.")
        : null;

    private void AddLifecycle()
    {
        _connection.OnRequest(
            "initialize",
            Json.InitializeParameters,
            Json.InitializeResult,
            parameters =>
            {
                InitializeResult result = Initialize(parameters);
                return _ => result;
            }
        );
        _connection.OnNotification("initialized", Json.NoParameters, _ => Watch());
        _connection.OnRequest<NoParameters, NoParameters>(
            "shutdown",
            Json.NoParameters,
            Json.NoParameters,
            _ =>
            {
                _state = State.ShutDown;
                _publisher.Cancel();
                return _ => null;
            }
        );
        _connection.OnNotification(
            "exit",
            Json.NoParameters,
            _ =>
            {
                _state = _state == State.ShutDown ? State.Ended : _state;
                _connection.End();
            }
        );
        _connection.OnRequest(
            "dockerfile-lint/statistics",
            Json.NoParameters,
            Json.ServerStatistics,
            _ => _ => _latency.GetStatistics()
        );
    }

    private InitializeResult Initialize(InitializeParameters parameters)
    {
        _client = parameters.Capabilities ?? _client;
        _workspace.Encoding = PositionEncoding.Choose(_client.General?.PositionEncodings);
        ServerSettings settings = new();
        if (parameters.InitializationOptions is { ValueKind: JsonValueKind.Object } options)
        {
            settings = Read(options, Json.ServerSettings) ?? settings;
            Configure(settings);
        }

        foreach (
            FolderIdentifier folder in parameters.WorkspaceFolders
                ?? (parameters.RootUri is { } root ? [new FolderIdentifier(root)] : [])
        )
        {
            _workspace.AddFolder(folder.Uri);
        }

        _folders = _workspace.FindFolders();
        _state = State.Running;
        return new InitializeResult(
            new ServerCapabilities
            {
                PositionEncoding = _workspace.Encoding.Name,
                DiagnosticProvider = IsAsked
                    ? new DiagnosticOptions { WorkspaceDiagnostics = settings.WorkspaceDiagnostics != false }
                    : null,
            },
            new ServerInformation("dockerfile-lint", _version)
        );
    }

    /// <summary>
    /// Asks to be told what changes on disk: of everything, as the findings of a file may rest on any other.
    /// </summary>
    private void Watch()
    {
        if (_client.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true)
        {
            _connection.Request(
                "client/registerCapability",
                new RegistrationParameters([
                    new Registration(
                        "files",
                        "workspace/didChangeWatchedFiles",
                        new WatchOptions([new FileWatcher("**/*")])
                    ),
                ]),
                Json.RegistrationParameters
            );
        }
    }

    private void AddDocuments()
    {
        _connection.OnNotification(
            "textDocument/didOpen",
            Json.OpenParameters,
            parameters => Renew(_workspace.Open(parameters.TextDocument).Uri)
        );
        _connection.OnNotification(
            "textDocument/didChange",
            Json.ChangeParameters,
            parameters =>
            {
                if (_workspace.Change(parameters.TextDocument, parameters.ContentChanges) is { } document)
                {
                    Renew(document.Uri);
                }
            }
        );
        _connection.OnNotification(
            "textDocument/didSave",
            Json.DocumentParameters,
            parameters =>
            {
                if (_client.Workspace?.DidChangeWatchedFiles?.DynamicRegistration != true)
                {
                    _workspace.ForgetFiles();
                    Renew(edited: null);
                }
            }
        );
        _connection.OnNotification(
            "textDocument/didClose",
            Json.DocumentParameters,
            parameters =>
            {
                if (_workspace.Close(parameters.TextDocument.Uri))
                {
                    if (!IsAsked)
                    {
                        _publisher.Clear(parameters.TextDocument.Uri);
                    }

                    Renew(edited: null);
                }
            }
        );
        _connection.OnNotification(
            "workspace/didChangeWatchedFiles",
            Json.WatchedFilesChange,
            parameters =>
            {
                if (_workspace.ChangeFiles(parameters.Changes.Select(change => change.Uri)))
                {
                    Renew(edited: null);
                    Refresh();
                }
            }
        );
        _connection.OnNotification(
            "workspace/didChangeWorkspaceFolders",
            Json.FoldersChange,
            parameters =>
            {
                foreach (FolderIdentifier folder in parameters.Event.Removed)
                {
                    _workspace.RemoveFolder(folder.Uri);
                }

                foreach (FolderIdentifier folder in parameters.Event.Added)
                {
                    _workspace.AddFolder(folder.Uri);
                }

                Renew(edited: null);
                Refresh();
            }
        );
        _connection.OnNotification(
            "workspace/didChangeConfiguration",
            Json.ConfigurationChange,
            parameters =>
            {
                if (parameters.Settings is { ValueKind: JsonValueKind.Object } settings)
                {
                    Configure(Read(settings, Json.SettingsSection)?.Settings ?? new ServerSettings());
                    Renew(edited: null);
                    Refresh();
                }
            }
        );
    }

    private void AddDiagnostics()
    {
        _connection.OnRequest(
            "textDocument/diagnostic",
            Json.DiagnosticParameters,
            Json.DiagnosticReport,
            parameters =>
            {
                DocumentView? view = _workspace.Find(parameters.TextDocument.Uri);
                return cancellation =>
                    view is null
                        ? new DiagnosticReport("full", "none", [])
                        : _reports.Create(view, parameters.PreviousResultId, cancellation);
            }
        );
        _connection.OnRequest(
            "workspace/diagnostic",
            Json.WorkspaceDiagnosticParameters,
            Json.WorkspaceDiagnosticReport,
            parameters => cancellation => _workspaceDiagnostics.Create(() => _folders, parameters, cancellation)
        );
    }

    private void AddCodeActions()
    {
        OnDocument(
            "textDocument/codeAction",
            Json.CodeActionParameters,
            Json.CodeActionArray,
            (view, parameters, cancellation) => CreateCodeActions().Find(view, parameters, cancellation)
        );
        _connection.OnRequest(
            "codeAction/resolve",
            Json.ChosenCodeAction,
            Json.CodeAction,
            chosen =>
            {
                DocumentView? view = chosen.Data is null ? null : _workspace.Find(chosen.Data.Uri);
                return cancellation => CreateCodeActions().Resolve(chosen, view, cancellation);
            }
        );
    }

    private void AddStructure()
    {
        OnDocument(
            "textDocument/documentSymbol",
            Json.DocumentParameters,
            Json.DocumentSymbolArray,
            (view, _, cancellation) => DocumentSymbols.Find(view, cancellation)
        );
        OnDocument(
            "textDocument/foldingRange",
            Json.DocumentParameters,
            Json.FoldingRangeArray,
            (view, _, cancellation) => Folding.Find(view, cancellation)
        );
        OnDocument(
            "textDocument/selectionRange",
            Json.SelectionRangeParameters,
            Json.SelectionRangeArray,
            SelectionRanges.Find
        );
        OnDocument(
            "textDocument/documentLink",
            Json.DocumentParameters,
            Json.DocumentLinkArray,
            (view, _, cancellation) => DocumentLinks.Find(view, cancellation)
        );
        OnDocument(
            "textDocument/semanticTokens/full",
            Json.DocumentParameters,
            Json.SemanticTokens,
            (view, _, cancellation) => SemanticHighlighting.Find(view, range: null, cancellation)
        );
        OnDocument(
            "textDocument/semanticTokens/range",
            Json.RangeParameters,
            Json.SemanticTokens,
            (view, parameters, cancellation) => SemanticHighlighting.Find(view, parameters.Range, cancellation)
        );
    }

    private void AddNavigation()
    {
        OnDocument(
            "textDocument/definition",
            Json.PositionParameters,
            Json.FileLocationArray,
            Navigation.FindDefinitions
        );
        OnDocument(
            "textDocument/references",
            Json.ReferenceParameters,
            Json.FileLocationArray,
            Navigation.FindReferences
        );
        OnDocument(
            "textDocument/documentHighlight",
            Json.PositionParameters,
            Json.DocumentHighlightArray,
            Navigation.FindHighlights
        );
        OnDocument("textDocument/prepareRename", Json.PositionParameters, Json.RenameTarget, Navigation.PrepareRename);
        OnDocument(
            "textDocument/rename",
            Json.RenameParameters,
            Json.WorkspaceEdit,
            (view, parameters, cancellation) => Navigation.Rename(view, parameters, KnowsVersions, cancellation)
        );
    }

    private void AddAssistance()
    {
        OnDocument("textDocument/hover", Json.PositionParameters, Json.Hover, Hovers.Find);
        OnDocument("textDocument/completion", Json.PositionParameters, Json.CompletionList, Completions.Find);
        OnDocument("textDocument/inlayHint", Json.RangeParameters, Json.InlayHintArray, InlayHints.Find);
        OnDocument("textDocument/formatting", Json.FormattingParameters, Json.DocumentEditArray, Formatting.Find);
        OnDocument("textDocument/rangeFormatting", Json.FormattingParameters, Json.DocumentEditArray, Formatting.Find);
    }

    private bool KnowsVersions => _client.Workspace?.WorkspaceEdit?.DocumentChanges == true;

    private CodeActions CreateCodeActions() =>
        new(_client.TextDocument?.CodeAction?.ResolveSupport?.Properties?.Contains("edit") == true, KnowsVersions);

    /// <summary>
    /// Answers a question about a document, with nothing where the server has nothing to say about it.
    /// </summary>
    private void OnDocument<TParameters, TResult>(
        string method,
        JsonTypeInfo<TParameters> parametersType,
        JsonTypeInfo<TResult> resultType,
        Func<DocumentView, TParameters, CancellationToken, TResult?> answer
    )
        where TParameters : class, IDocumentParameters
        where TResult : class =>
        _connection.OnRequest(
            method,
            parametersType,
            resultType,
            parameters =>
            {
                DocumentView? view = _workspace.Find(parameters.TextDocument.Uri);
                return cancellation => view is null ? null : answer(view, parameters, cancellation);
            }
        );

    /// <summary>Sees to it that the client gets the findings of what its documents are now.</summary>
    /// <param name="edited">The address of the document that was edited, or <c>null</c>.</param>
    private void Renew(string? edited)
    {
        List<DocumentView> views = _workspace.FindAll();
        ShowConfigurations(views);
        if (IsAsked)
        {
            _folders = _workspace.FindFolders();
            _workspaceDiagnostics.Change();

            // Whoever asked about the text before this edit asks again.
            _connection.CancelAll("textDocument/diagnostic");
            return;
        }

        int first = views.FindIndex(view => view.Uri == edited);
        if (first > 0)
        {
            (views[0], views[first]) = (views[first], views[0]);
        }

        _publisher.Publish(views, first >= 0);
    }

    /// <summary>Has the client ask again about documents that it has not edited.</summary>
    private void Refresh()
    {
        if (IsAsked && _client.Workspace?.Diagnostics?.RefreshSupport == true)
        {
            _connection.Request("workspace/diagnostic/refresh", new NoParameters(), Json.NoParameters);
        }

        if (_client.Workspace?.InlayHint?.RefreshSupport == true)
        {
            _connection.Request("workspace/inlayHint/refresh", new NoParameters(), Json.NoParameters);
        }
    }

    /// <summary>Shows what is wrong with the configurations of the documents, each in its file.</summary>
    private void ShowConfigurations(List<DocumentView> views)
    {
        Dictionary<string, List<Notification>> problems = new(StringComparer.Ordinal);
        foreach (DocumentView view in views)
        {
            foreach (Notification problem in view.Setup.Problems)
            {
                if (problem.Path is { } path)
                {
                    string uri = view.GetUri(path);
                    List<Notification> known = problems.TryGetValue(uri, out List<Notification>? list)
                        ? list
                        : problems[uri] = [];
                    if (!known.Contains(problem))
                    {
                        known.Add(problem);
                    }
                }
            }
        }

        foreach (string uri in _faulty.Where(uri => !problems.ContainsKey(uri)).ToArray())
        {
            _faulty.Remove(uri);
            Show(uri, []);
        }

        foreach ((string uri, List<Notification> found) in problems)
        {
            _faulty.Add(uri);
            Show(uri, found);
        }

        void Show(string uri, List<Notification> found) =>
            _connection.Notify(
                "textDocument/publishDiagnostics",
                new PublishedDiagnostics(
                    uri,
                    [.. found.Select(problem => FindingDiagnostics.Create(problem, _workspace.Encoding))]
                ),
                Json.PublishedDiagnostics
            );
    }

    private void Configure(ServerSettings settings)
    {
        try
        {
            _workspace.Configure(settings);
        }
        catch (SettingsException exception)
        {
            _connection.Notify(
                "window/showMessage",
                new MessageParameters(ErrorMessage, $"dockerfile-lint: {exception.Message}"),
                Json.MessageParameters
            );
        }
    }

    private static T? Read<T>(JsonElement settings, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return settings.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Log(string method, Exception exception) =>
        _connection.Notify(
            "window/logMessage",
            new MessageParameters(LogMessage, $"'{method}' failed, please report this: {exception}"),
            Json.MessageParameters
        );
}
