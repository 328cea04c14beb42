using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>Finds the suppressions of a Dockerfile and what each one covers.</summary>
internal static class DockerfileSuppressions
{
    internal static List<Suppressor> Find(DockerfileSyntaxTree tree, SuppressionAllowance allowance)
    {
        var suppressors = new List<Suppressor>();
        List<int>? stages = null;
        foreach (DirectiveSyntax directive in tree.Root.Directives)
        {
            // The builder reads an indented one as a comment.
            bool isAtStart = tree.Text.GetLinePosition(directive.Span.Start).Character == 0;
            if (
                directive.Name == "check"
                && isAtStart
                && SuppressionComment.ParseBuildKit(tree.Text, directive.ValueSpan, directive.Span, allowance)
                    is { } check
            )
            {
                suppressors.Add(
                    new Suppressor(check with { Scope = SuppressionScope.File }, new TextSpan(0, tree.Text.Length))
                );
            }
        }

        InstructionSyntax? checkedInstruction = null;
        SyntaxTokenList tokens = tree.Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens.GetKind(i) != SyntaxKind.Comment)
            {
                continue;
            }

            SyntaxToken token = tokens[i];

            if (checkedInstruction?.Span > token.Span && tree.Text.AsSpan(token.Span).Slice(1).IsWhiteSpace())
            {
                // A comment without text detaches those above it from the instruction.
                suppressors.RemoveAt(
                    suppressors.FindLastIndex(suppressor => suppressor.Comment.Dialect == SuppressionDialects.BuildKit)
                );
                checkedInstruction = null;
            }

            if (SuppressionComment.Parse(tree.Text, token.Span, allowance) is not { } comment)
            {
                continue;
            }

            if (!allowance.TryTake(comment.Span))
            {
                break;
            }

            if (comment.Dialect != SuppressionDialects.BuildKit)
            {
                // Ours is kept where it covers nothing, so that it is reported as unused.
                TextSpan? coverage = GetCoverage(tree, comment, ref stages);
                if (coverage is not null || comment.Dialect == SuppressionDialects.Own)
                {
                    suppressors.Add(new Suppressor(comment, coverage ?? new TextSpan(comment.Span.Start, 0)));
                }
            }
            else if (IsBehindShebang(tree.Text, comment.Span))
            {
                suppressors.Add(
                    new Suppressor(comment with { Scope = SuppressionScope.File }, new TextSpan(0, tree.Text.Length))
                );
            }
            else if (GetNextInstruction(tree, comment) is { } instruction && instruction != checkedInstruction)
            {
                // Only the first of several counts.
                checkedInstruction = instruction;
                suppressors.Add(new Suppressor(comment, instruction.Span));
            }
        }

        return suppressors;
    }

    /// <summary>The comments that suppress findings of the instruction below them, whether it has any or not.</summary>
    internal static IEnumerable<SuppressionComment> FindInline(
        DockerfileSyntaxTree tree,
        SuppressionAllowance allowance
    )
    {
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            SyntaxToken token = tree.Tokens[i];
            if (
                token.Kind == SyntaxKind.Comment
                && SuppressionComment.Parse(tree.Text, token.Span, allowance)
                    is { Scope: SuppressionScope.Next, Rules.IsEmpty: false } comment
                && (comment.Dialect & SuppressionDialects.Default) != 0
                && !(comment.Dialect == SuppressionDialects.Hadolint && IsInside(tree, comment))
            )
            {
                yield return comment;
            }
        }
    }

    /// <summary>Whether a comment stands between the lines of an instruction.</summary>
    private static bool IsInside(DockerfileSyntaxTree tree, SuppressionComment comment)
    {
        int next = FindFirstEndingAfter(tree.Root.Instructions, comment.Span.Start);
        return next < tree.Root.Instructions.Length && tree.Root.Instructions[next].Span.Start < comment.Span.Start;
    }

    /// <summary>
    /// The instruction that a comment with BuildKit's options stands above. An indented comment keeps its sign in the
    /// builder's eyes and holds no option.
    /// </summary>
    private static InstructionSyntax? GetNextInstruction(DockerfileSyntaxTree tree, SuppressionComment comment)
    {
        ImmutableArray<InstructionSyntax> instructions = tree.Root.Instructions;
        int next = FindFirstEndingAfter(instructions, comment.Span.Start);
        bool isAbove =
            next < instructions.Length
            && instructions[next].Span.Start > comment.Span.Start
            && tree.Text.GetLinePosition(comment.Span.Start).Character == 0;
        return isAbove ? instructions[next] : null;
    }

    /// <summary>
    /// The builder's reader of check directives skips a first line that names an interpreter, which ends the header for
    /// other directives.
    /// </summary>
    private static bool IsBehindShebang(SourceText text, TextSpan comment) =>
        text.GetLinePosition(comment.Start) is { Line: 1, Character: 0 }
        && text.AsSpan(new TextSpan(0, 2)).SequenceEqual("#!".AsSpan());

    private static TextSpan? GetCoverage(DockerfileSyntaxTree tree, SuppressionComment comment, ref List<int>? stages)
    {
        ImmutableArray<InstructionSyntax> instructions = tree.Root.Instructions;
        if (comment.Scope == SuppressionScope.File)
        {
            return new TextSpan(0, tree.Text.Length);
        }

        if (comment.Scope == SuppressionScope.Stage)
        {
            stages ??= FindStages(tree);
        }

        int next = FindFirstEndingAfter(instructions, comment.Span.Start);
        if (next == instructions.Length)
        {
            // Nothing follows; a comment for the file's end covers what is said about the file as a whole.
            return stages is null || comment.Scope == SuppressionScope.Next || next == 0
                ? null
                : GetStage(tree, stages, instructions[next - 1]);
        }

        bool isInside = instructions[next].Span.Start < comment.Span.Start;
        int line = tree.Text.GetLinePosition(comment.Span.Start).Line;
        switch (comment.Dialect)
        {
            case SuppressionDialects.Hadolint when comment.Scope == SuppressionScope.Stage:
                // hadolint's reaches from the line below the next one, so that findings on the FROM itself stay.
                int start = line + 2 < tree.Text.LineCount ? tree.Text.GetLineStart(line + 2) : tree.Text.Length;
                int end = GetEnd(tree, stages!, FindStage(stages!, start));
                return end < start ? null : TextSpan.FromBounds(start, end);
            case SuppressionDialects.Hadolint:
                // Exactly the next line, which may also be a comment that DL1001 speaks of; an instruction there is
                // covered to its end.
                bool isNextLine = tree.Text.GetLinePosition(instructions[next].Span.Start).Line == line + 1;
                return isInside ? null
                    : isNextLine ? instructions[next].Span
                    : tree.Text.GetLineSpan(line + 1);
            default:
                return comment.Scope == SuppressionScope.Next
                    ? instructions[next].Span
                    : GetStage(tree, stages!, instructions[next]);
        }
    }

    /// <summary>From the FROM that is, or comes before, an instruction to the next FROM.</summary>
    private static TextSpan? GetStage(DockerfileSyntaxTree tree, List<int> stages, InstructionSyntax instruction)
    {
        int next = FindStage(stages, instruction.Span.Start + 1);
        return next == 0 ? null : TextSpan.FromBounds(stages[next - 1], GetEnd(tree, stages, next));
    }

    /// <summary>Where the stage before another one ends.</summary>
    private static int GetEnd(DockerfileSyntaxTree tree, List<int> stages, int next) =>
        next < stages.Count ? stages[next] - 1 : tree.Text.Length;

    /// <summary>The number of the first stage whose FROM starts at a position or behind it.</summary>
    private static int FindStage(List<int> stages, int position)
    {
        int index = stages.BinarySearch(position);
        return index < 0 ? ~index : index;
    }

    private static List<int> FindStages(DockerfileSyntaxTree tree)
    {
        var starts = new List<int>();
        foreach (InstructionSyntax instruction in tree.Root.Instructions)
        {
            if (instruction.Kind == InstructionKind.From)
            {
                starts.Add(instruction.Span.Start);
            }
        }

        return starts;
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
