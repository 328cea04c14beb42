using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>Finds the suppressions of a Dockerfile and what each one covers.</summary>
internal static class DockerfileSuppressions
{
    internal static List<Suppressor> Find(DockerfileSyntaxTree tree)
    {
        var suppressors = new List<Suppressor>();
        foreach (DirectiveSyntax directive in tree.Root.Directives)
        {
            if (directive.Name == "check" && SuppressionComment.ParseBuildKit(tree.Text, directive.ValueSpan, directive.Span) is { } check)
            {
                suppressors.Add(new Suppressor(check, new TextSpan(0, tree.Text.Length)));
            }
        }

        TextSpan? checkedInstruction = null;
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            SyntaxToken token = tree.Tokens[i];
            if (token.Kind != SyntaxKind.Comment || SuppressionComment.Parse(tree.Text, token.Span) is not { } comment)
            {
                continue;
            }

            TextSpan? coverage = GetCoverage(tree, comment);
            if (comment.Dialect == SuppressionDialect.BuildKit && coverage is not null)
            {
                // Of an instruction's check comments the builder reads the first.
                if (coverage == checkedInstruction)
                {
                    continue;
                }

                checkedInstruction = coverage;
            }

            if (coverage is not null || comment.Dialect == SuppressionDialect.Own)
            {
                // Ours is kept where it covers nothing, so that it is reported as unused.
                suppressors.Add(new Suppressor(comment, coverage ?? new TextSpan(comment.Span.Start, 0)));
            }
        }

        return suppressors;
    }

    private static TextSpan? GetCoverage(DockerfileSyntaxTree tree, SuppressionComment comment)
    {
        ImmutableArray<InstructionSyntax> instructions = tree.Root.Instructions;
        if (comment.Scope == SuppressionScope.File)
        {
            return new TextSpan(0, tree.Text.Length);
        }

        int next = FindFirstEndingAfter(instructions, comment.Span.Start);
        if (next == instructions.Length)
        {
            // Nothing follows; a comment for the file's end covers what is said about the file as a whole.
            return comment.Scope == SuppressionScope.Next ? null : GetStage(tree, instructions, next - 1);
        }

        bool isInside = instructions[next].Span.Start < comment.Span.Start;
        int line = tree.Text.GetLinePosition(comment.Span.Start).Line;
        switch (comment.Dialect)
        {
            case SuppressionDialect.Hadolint when comment.Scope == SuppressionScope.Stage:
                // hadolint's reaches from the line below the next one, so that findings on the FROM itself stay.
                int start = line + 2 < tree.Text.LineCount ? tree.Text.GetLineStart(line + 2) : tree.Text.Length;
                int end = FindNextFrom(tree, instructions, start);
                return end < start ? null : TextSpan.FromBounds(start, end);
            case SuppressionDialect.Hadolint:
                bool isNextLine = !isInside && tree.Text.GetLinePosition(instructions[next].Span.Start).Line == line + 1;
                return isNextLine ? instructions[next].Span : null;
            case SuppressionDialect.BuildKit:
                // An indented comment keeps its sign in the builder's eyes and is no option.
                bool isAtStart = tree.Text.GetLinePosition(comment.Span.Start).Character == 0;
                return isInside || !isAtStart ? null : instructions[next].Span;
            default:
                return comment.Scope == SuppressionScope.Next ? instructions[next].Span : GetStage(tree, instructions, next);
        }
    }

    /// <summary>From the FROM that is, or comes before, an instruction to the next FROM.</summary>
    private static TextSpan? GetStage(DockerfileSyntaxTree tree, ImmutableArray<InstructionSyntax> instructions, int index)
    {
        while (index >= 0 && instructions[index].Kind != InstructionKind.From)
        {
            index--;
        }

        if (index < 0)
        {
            return null;
        }

        int start = instructions[index].Span.Start;
        return TextSpan.FromBounds(start, FindNextFrom(tree, instructions, start + 1));
    }

    private static int FindNextFrom(DockerfileSyntaxTree tree, ImmutableArray<InstructionSyntax> instructions, int start)
    {
        foreach (InstructionSyntax instruction in instructions)
        {
            if (instruction.Kind == InstructionKind.From && instruction.Span.Start >= start)
            {
                return instruction.Span.Start - 1;
            }
        }

        return tree.Text.Length;
    }

    private static int FindFirstEndingAfter(ImmutableArray<InstructionSyntax> instructions, int position)
    {
        int low = 0;
        int high = instructions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (instructions[middle].Span.End > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
