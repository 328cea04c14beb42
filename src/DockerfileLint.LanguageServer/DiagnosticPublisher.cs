using DockerfileLint.Analysis;
using DockerfileLint.LanguageServer.Features;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Rpc;
using DockerfileLint.LanguageServer.Workspaces;

namespace DockerfileLint.LanguageServer;

/// <summary>
/// Sends findings to a client that does not ask for them. A newer edit ends the work on an older one. Started by the
/// thread that takes messages.
/// </summary>
internal sealed class DiagnosticPublisher(RpcConnection connection, LatencyCounter latency)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (FileAnalysis Analysis, FileSetup Setup)> _published = new(
        StringComparer.Ordinal
    );
    private CancellationTokenSource? _running;

    /// <summary>Has the findings of documents sent, where they are others than before.</summary>
    /// <param name="views">All documents, the one that was edited first.</param>
    /// <param name="edited">Whether the first one was edited.</param>
    internal void Publish(IReadOnlyList<DocumentView> views, bool edited)
    {
        Cancel();
        var source = new CancellationTokenSource();
        _running = source;
        CancellationToken cancellation = source.Token;
        ThreadPool.UnsafeQueueUserWorkItem(_ => Work(views, edited, cancellation), (object?)null, preferLocal: false);
    }

    /// <summary>Ends what is running.</summary>
    internal void Cancel() => _running?.Cancel();

    /// <summary>Takes back the findings of a document that is not shown any more.</summary>
    internal void Clear(string uri)
    {
        Cancel();
        lock (_lock)
        {
            _published.Remove(uri);
            Send(new PublishedDiagnostics(uri, []));
        }
    }

    private void Work(IReadOnlyList<DocumentView> views, bool edited, CancellationToken cancellation)
    {
        try
        {
            for (int i = 0; i < views.Count; i++)
            {
                Publish(views[i], edited && i == 0, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The newer edit has its own turn.
        }
    }

    private void Publish(DocumentView view, bool isEdited, CancellationToken cancellation)
    {
        FileAnalysis analysis = view.Analyze(cancellation);
        lock (_lock)
        {
            if (
                _published.TryGetValue(view.Uri, out (FileAnalysis Analysis, FileSetup Setup) known)
                && known.Analysis == analysis
                && known.Setup == view.Setup
            )
            {
                return;
            }
        }

        DocumentDiagnostic[] diagnostics = FindingDiagnostics.Create(view.Complete(analysis, cancellation), view);
        lock (_lock)
        {
            // Whoever cancels does so before newer findings are sent.
            cancellation.ThrowIfCancellationRequested();
            _published[view.Uri] = (analysis, view.Setup);
            Send(new PublishedDiagnostics(view.Uri, diagnostics, view.Version));
        }

        if (isEdited)
        {
            latency.Count(view.ChangedAt);
        }
    }

    private void Send(PublishedDiagnostics diagnostics) =>
        connection.Notify("textDocument/publishDiagnostics", diagnostics, ProtocolJson.Default.PublishedDiagnostics);
}
