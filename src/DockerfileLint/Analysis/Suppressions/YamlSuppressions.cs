using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>
/// Finds the suppressions of a YAML file and what each one covers: the entry below the comment, or the entry on whose
/// line it stands.
/// </summary>
internal static class YamlSuppressions
{
    internal static List<Suppressor> Find(YamlSyntaxTree tree, SuppressionAllowance allowance)
    {
        var suppressors = new List<Suppressor>();
        Dictionary<int, TextSpan>? entriesByLine = null;
        int content = 0;
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            SyntaxToken token = tree.Tokens[i];
            if (
                token.Kind != SyntaxKind.Comment
                || SuppressionComment.Parse(tree.Text, token.Span, allowance)
                    is not { Dialect: not (SuppressionDialects.Hadolint or SuppressionDialects.BuildKit) } comment
            )
            {
                continue;
            }

            if (!allowance.TryTake(comment.Span))
            {
                break;
            }

            if (comment.Scope == SuppressionScope.File)
            {
                suppressors.Add(new Suppressor(comment, new TextSpan(0, tree.Text.Length)));
                continue;
            }

            entriesByLine ??= GetEntriesByLine(tree);
            if (FindLine(tree, i, ref content) is { } line && entriesByLine.TryGetValue(line, out TextSpan entry))
            {
                suppressors.Add(new Suppressor(comment, entry));
            }
        }

        return suppressors;
    }

    /// <summary>
    /// The line of the comment where something stands before it, else the next line that holds more than a comment.
    /// </summary>
    /// <param name="tree">The file.</param>
    /// <param name="comment">The token.</param>
    /// <param name="content">
    /// A token before which, and behind the comment, nothing is content: many comments have the same line below them.
    /// </param>
    private static int? FindLine(YamlSyntaxTree tree, int comment, ref int content)
    {
        for (int i = comment - 1; i >= 0 && tree.Tokens[i].Kind != SyntaxKind.NewLine; i--)
        {
            if (tree.Tokens[i].Kind != SyntaxKind.Whitespace)
            {
                return tree.Text.GetLinePosition(tree.Tokens[comment].Span.Start).Line;
            }
        }

        content = Math.Max(content, comment + 1);
        while (
            content < tree.Tokens.Count
            && tree.Tokens[content].Kind is SyntaxKind.NewLine or SyntaxKind.Whitespace or SyntaxKind.Comment
        )
        {
            content++;
        }

        return content < tree.Tokens.Count ? tree.Text.GetLinePosition(tree.Tokens[content].Span.Start).Line : null;
    }

    /// <summary>For each line the outermost pair or item that starts there.</summary>
    private static Dictionary<int, TextSpan> GetEntriesByLine(YamlSyntaxTree tree)
    {
        var entries = new Dictionary<int, TextSpan>();
        foreach (SyntaxNode node in tree.Root.DescendantNodesAndSelf())
        {
            if (node is YamlPairSyntax || node.Parent is YamlSequenceSyntax)
            {
                int line = tree.Text.GetLinePosition(node.Span.Start).Line;
                if (!entries.ContainsKey(line))
                {
                    entries.Add(line, node.Span);
                }
            }
        }

        return entries;
    }
}
