using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>What can be folded: stages, instructions of several lines, keys with what they hold, comments.</summary>
internal static class Folding
{
    internal static FoldingRange[] Find(DocumentView view, CancellationToken cancellation)
    {
        var ranges = new List<FoldingRange>();
        SyntaxTree tree = view.GetTree(cancellation);
        if (view.IsDockerfile)
        {
            DockerfileModel model = view.GetDockerfile(cancellation);
            foreach (Stage stage in model.Stages)
            {
                int end = stage.Instructions.IsEmpty ? stage.From.Span.End : stage.Instructions[^1].Span.End;
                Add(TextSpan.FromBounds(stage.From.Span.Start, end), kind: null);
            }

            foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
            {
                Add(instruction.Span, kind: null);
            }
        }
        else
        {
            var nodes = new DescendantEnumerator(tree.Root);
            while (nodes.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                if (nodes.Current is YamlPairSyntax)
                {
                    Add(nodes.Current.Span, kind: null);
                }
            }
        }

        AddComments(tree, ranges);
        return [.. ranges];

        void Add(TextSpan span, string? kind)
        {
            // What ends with a line end ends on the line before.
            int end = span.Start + view.Text.AsSpan(span).TrimEnd().Length;
            int first = view.Text.GetLinePosition(span.Start).Line;
            int last = view.Text.GetLinePosition(end).Line;
            if (last > first)
            {
                ranges.Add(new FoldingRange(first, last, kind));
            }
        }
    }

    /// <summary>Comments that fill whole lines, one below the other.</summary>
    private static void AddComments(SyntaxTree tree, List<FoldingRange> ranges)
    {
        int first = -2;
        int last = -2;
        foreach (SyntaxToken token in tree.Tokens)
        {
            if (token.Kind is not (SyntaxKind.Comment or SyntaxKind.ParserDirective))
            {
                continue;
            }

            int line = tree.Text.GetLinePosition(token.Span.Start).Line;
            if (!tree.Text.AsSpan(TextSpan.FromBounds(tree.Text.GetLineStart(line), token.Span.Start)).IsWhiteSpace())
            {
                continue;
            }

            if (line != last + 1)
            {
                Flush();
                first = line;
            }

            last = line;
        }

        Flush();

        void Flush()
        {
            if (last > first)
            {
                ranges.Add(new FoldingRange(first, last, "comment"));
            }
        }
    }
}
