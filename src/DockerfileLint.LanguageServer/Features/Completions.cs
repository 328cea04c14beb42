using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>What may be written at a place.</summary>
internal static class Completions
{
    internal static CompletionList Find(
        DocumentView view,
        PositionParameters parameters,
        CancellationToken cancellation
    )
    {
        int offset = view.GetOffset(parameters.Position);
        IEnumerable<Proposal> proposals = view.IsDockerfile
            ? DockerfileCompletions.Find(view, offset, cancellation)
            : ComposeCompletions.Find(view, offset, cancellation);
        return new CompletionList(
            IsIncomplete: false,
            [
                .. proposals
                    .DistinctBy(proposal => proposal.Text)
                    .Select(
                        (proposal, index) =>
                            new CompletionItem(proposal.Label ?? proposal.Text, proposal.Kind)
                            {
                                Detail = proposal.Detail,
                                Documentation = proposal.Documentation is { } text
                                    ? MarkupContent.Markdown(text)
                                    : null,
                                FilterText = proposal.Text,
                                SortText = index.ToString("D4", System.Globalization.CultureInfo.InvariantCulture),
                                TextEdit = new DocumentEdit(
                                    view.GetRange(TextSpan.FromBounds(Math.Min(proposal.Start, offset), offset)),
                                    proposal.Text
                                ),
                            }
                    ),
            ]
        );
    }
}

/// <summary>Something that may be written.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where what it replaces starts; it ends where the writer is.</param>
internal sealed record Proposal(string Text, CompletionItemKind Kind, int Start)
{
    /// <summary>What is shown, if not what is written.</summary>
    internal string? Label { get; init; }

    internal string? Detail { get; init; }

    internal string? Documentation { get; init; }
}
