using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>The outline of a document: stages with their instructions, sections with what they define.</summary>
internal static class DocumentSymbols
{
    // Deeper than a key of a service nobody looks in an outline.
    private const int MaxDepth = 3;
    private const int MaxDetailLength = 60;

    internal static DocumentSymbol[] Find(DocumentView view, CancellationToken cancellation) =>
        view.IsDockerfile
            ? OfDockerfile(view.GetDockerfile(cancellation), view)
            :
            [
                .. view.GetYaml(cancellation)
                    .Root.Documents.Select(document => document.Content)
                    .OfType<YamlMappingSyntax>()
                    .SelectMany(mapping => OfMapping(mapping, view, depth: 0, cancellation)),
            ];

    private static DocumentSymbol[] OfDockerfile(DockerfileModel model, DocumentView view)
    {
        var symbols = new List<DocumentSymbol>();
        symbols.AddRange(model.Preamble.Select(instruction => OfInstruction(instruction, view)));
        foreach (Stage stage in model.Stages)
        {
            TextSpan end = stage.Instructions.IsEmpty ? stage.From.Span : stage.Instructions[^1].Span;
            symbols.Add(
                new DocumentSymbol(
                    stage.Name ?? stage.From.Image?.Text ?? stage.DisplayName,
                    SymbolKind.Module,
                    view.GetRange(TextSpan.FromBounds(stage.From.Span.Start, Math.Max(end.End, stage.From.Span.End))),
                    view.GetRange((stage.From.Name ?? stage.From.Image)?.Span ?? stage.From.KeywordSpan)
                )
                {
                    Detail = stage.Name is null ? null : stage.From.Image?.Text,
                    Children = [.. stage.Instructions.Select(instruction => OfInstruction(instruction, view))],
                }
            );
        }

        return [.. symbols];
    }

    private static DocumentSymbol OfInstruction(InstructionSyntax instruction, DocumentView view)
    {
        (string name, SymbolKind kind) = instruction switch
        {
            ArgInstructionSyntax { Declarations: [var first, ..] } => (first.Key.Text, SymbolKind.Variable),
            EnvInstructionSyntax { Pairs: [var first, ..] } => (first.Key.Text, SymbolKind.Variable),
            LabelInstructionSyntax { Pairs: [var first, ..] } => (first.Key.Text, SymbolKind.Property),
            _ => ("", SymbolKind.Event),
        };
        string keyword = view.Text.ToString(instruction.KeywordSpan).ToUpperInvariant();
        string rest = view
            .Text.AsSpan(TextSpan.FromBounds(instruction.KeywordSpan.End, instruction.Span.End))
            .Trim()
            .ToString();
        int end = rest.AsSpan().IndexOfAny('\r', '\n');
        rest = end < 0 ? rest : rest[..end];
        return new DocumentSymbol(
            name.Length == 0 ? keyword : $"{keyword} {name}",
            kind,
            view.GetRange(instruction.Span),
            view.GetRange(instruction.KeywordSpan)
        )
        {
            Detail = rest.Length > MaxDetailLength ? rest[..MaxDetailLength] + "…" : rest,
        };
    }

    private static IEnumerable<DocumentSymbol> OfMapping(
        YamlMappingSyntax mapping,
        DocumentView view,
        int depth,
        CancellationToken cancellation
    )
    {
        foreach (YamlPairSyntax pair in mapping.Pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            if (pair.Key is not YamlScalarSyntax { Value.Length: > 0 } key)
            {
                continue;
            }

            var inner = pair.Value as YamlMappingSyntax;
            yield return new DocumentSymbol(
                key.Value,
                depth == 0 ? SymbolKind.Namespace
                    : depth == 1 && inner is not null ? SymbolKind.Class
                    : pair.Value is YamlSequenceSyntax ? SymbolKind.Array
                    : SymbolKind.Property,
                view.GetRange(pair.Span),
                view.GetRange(key.Span)
            )
            {
                Detail = pair.Value is YamlScalarSyntax { Value.Length: <= MaxDetailLength } scalar
                    ? scalar.Value
                    : null,
                Children =
                    inner is null || depth + 1 >= MaxDepth
                        ? null
                        : [.. OfMapping(inner, view, depth + 1, cancellation)],
            };
        }
    }
}
