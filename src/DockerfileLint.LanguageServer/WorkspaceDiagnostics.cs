using System.Globalization;
using System.Text.Json;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Rpc;
using DockerfileLint.LanguageServer.Workspaces;

namespace DockerfileLint.LanguageServer;

/// <summary>
/// The findings of all files of the workspace, for clients that ask for them: file by file as they come, with the
/// progress of the work. Whoever asks again is answered when something has changed.
/// </summary>
internal sealed class WorkspaceDiagnostics(RpcConnection connection, DiagnosticReports reports)
{
    // More files than these are too many to hold; the command line lints those.
    private const int MaxFiles = 2_000;
    private const int ReportSize = 20;

    private readonly object _gate = new();
    private bool _isChanged = true;

    /// <summary>Says that the answer may be another one now.</summary>
    internal void Change()
    {
        lock (_gate)
        {
            _isChanged = true;
            Monitor.PulseAll(_gate);
        }
    }

    internal WorkspaceDiagnosticReport Create(
        Func<List<FolderView>> findFolders,
        WorkspaceDiagnosticParameters parameters,
        CancellationToken cancellation
    )
    {
        WaitForChange(cancellation);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return Work(findFolders(), parameters, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Whoever asks next has not been answered.
            Change();
            throw;
        }
    }

    private void WaitForChange(CancellationToken cancellation)
    {
        using CancellationTokenRegistration registration = cancellation.Register(() =>
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        });
        lock (_gate)
        {
            while (!_isChanged && !cancellation.IsCancellationRequested)
            {
                Monitor.Wait(_gate);
            }

            _isChanged = false;
        }
    }

    private WorkspaceDiagnosticReport Work(
        List<FolderView> folders,
        WorkspaceDiagnosticParameters parameters,
        CancellationToken cancellation
    )
    {
        JsonElement? token = parameters.WorkDoneToken;
        Progress(token, new WorkProgressValue("begin", "Linting Dockerfiles and Compose files", Percentage: 0));
        var previous = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PreviousResult result in parameters.PreviousResultIds ?? [])
        {
            previous[result.Uri] = result.Value;
        }

        (FolderView Folder, string Path)[] files =
        [
            .. folders
                .SelectMany(folder => folder.FindFiles(cancellation).Select(path => (folder, path)))
                .Take(MaxFiles),
        ];
        var items = new List<WorkspaceDocumentReport>();
        for (int i = 0; i < files.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (files[i].Folder.Find(files[i].Path, cancellation) is { } view)
            {
                DiagnosticReport report = reports.Create(view, previous.GetValueOrDefault(view.Uri), cancellation);
                previous.Remove(view.Uri);
                items.Add(
                    new WorkspaceDocumentReport(view.Uri, view.Version, report.Kind, report.ResultId, report.Items)
                );
            }

            if (items.Count == ReportSize && parameters.PartialResultToken is { } partial)
            {
                connection.Notify(
                    "$/progress",
                    new WorkspaceReportProgress(partial, new WorkspaceDiagnosticReport([.. items])),
                    ProtocolJson.Default.WorkspaceReportProgress
                );
                items.Clear();
                Progress(
                    token,
                    new WorkProgressValue(
                        "report",
                        Message: string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {files.Length}"),
                        Percentage: (i + 1) * 100 / files.Length
                    )
                );
            }
        }

        // What is gone has no findings any more.
        items.AddRange(
            previous.Keys.Select(uri => new WorkspaceDocumentReport(uri, Version: null, "full", "none", []))
        );
        Progress(token, new WorkProgressValue("end"));
        return new WorkspaceDiagnosticReport([.. items]);
    }

    private void Progress(JsonElement? token, WorkProgressValue value)
    {
        if (token is { ValueKind: JsonValueKind.String or JsonValueKind.Number } known)
        {
            connection.Notify("$/progress", new WorkProgress(known, value), ProtocolJson.Default.WorkProgress);
        }
    }
}
