using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Style;

[Rule("DL6001")]
internal sealed partial class EmptyContinuationLine : DockerfileRule
{
    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        TextSpan? first = null;
        TextSpan last = default;
        foreach (TextSpan line in instruction.BlankLines)
        {
            first ??= line;
            last = line;
        }

        if (first is { } span)
        {
            TextSpan reported =
                Compatibility(context) == "buildkit" ? GetLastLine(instruction, last, context.File.Text) : span;
            context.Report(reported, Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)));
        }
    }

    /// <summary>BuildKit reports the last line of the instruction, here-documents aside.</summary>
    private static TextSpan GetLastLine(InstructionSyntax instruction, TextSpan lastBlank, SourceText text)
    {
        int end = instruction.LineSpan.End;
        return lastBlank.Start >= end
            ? lastBlank
            : TextSpan.FromBounds(text.GetLineStart(text.GetLinePosition(end).Line), end);
    }
}
