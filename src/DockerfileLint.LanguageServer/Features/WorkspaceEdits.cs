using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>Edits of several files as a client takes them.</summary>
internal static class WorkspaceEdits
{
    /// <summary>Makes the edits of texts as they are in a snapshot.</summary>
    /// <param name="view">A document of the snapshot.</param>
    /// <param name="edits">What is replaced and by what; each place once.</param>
    /// <param name="knowsVersions">Whether the client takes the versions that the edits are for.</param>
    internal static WorkspaceEdit Create(
        DocumentView view,
        IEnumerable<(SourceSpan Span, string NewText)> edits,
        bool knowsVersions
    )
    {
        var byUri = new Dictionary<string, DocumentEdit[]>(StringComparer.Ordinal);
        var changes = new List<DocumentChange>();
        foreach (
            IGrouping<string, (SourceSpan Span, string NewText)> file in edits.Distinct().GroupBy(e => e.Span.File.Path)
        )
        {
            string uri = view.GetUri(file.Key);
            DocumentEdit[] converted =
            [
                .. file.OrderBy(edit => edit.Span.Start)
                    .Select(edit => new DocumentEdit(
                        view.Encoding.GetRange(edit.Span.File.Text, edit.Span.Span),
                        edit.NewText
                    )),
            ];
            byUri.Add(uri, converted);
            changes.Add(new DocumentChange(new VersionedDocument(uri, view.GetVersion(file.Key)), converted));
        }

        return knowsVersions ? new WorkspaceEdit([.. changes]) : new WorkspaceEdit(Changes: byUri);
    }
}
