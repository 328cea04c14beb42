using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>What a selection grows to: the nodes around a place, scripts included.</summary>
internal static class SelectionRanges
{
    internal static SelectionRange[] Find(
        DocumentView view,
        SelectionRangeParameters parameters,
        CancellationToken cancellation
    ) => [.. parameters.Positions.Select(position => Find(view, position, cancellation))];

    private static SelectionRange Find(DocumentView view, Position position, CancellationToken cancellation)
    {
        int offset = view.GetOffset(position);
        SyntaxNode node = view.IsDockerfile
            ? view.GetDockerfile(cancellation).FindNode(offset)
            : view.GetTree(cancellation).FindNode(offset);
        var spans = new List<TextSpan>();
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            // The lines of a here-document lie outside of what names them.
            if (
                current.Span is var span
                && span.Start <= offset
                && offset <= span.End
                && (spans.Count == 0 || (span.Contains(spans[^1]) && span != spans[^1]))
            )
            {
                spans.Add(span);
            }
        }

        var whole = new TextSpan(0, view.Text.Length);
        if (spans.Count == 0 || spans[^1] != whole)
        {
            spans.Add(whole);
        }

        SelectionRange? range = null;
        for (int i = spans.Count - 1; i >= 0; i--)
        {
            range = new SelectionRange(view.GetRange(spans[i]), range);
        }

        return range!;
    }
}
