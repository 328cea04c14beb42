using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL6001", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class EmptyContinuationLine : DockerfileRule
{
    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        TextSpan? last = null;
        foreach (TextSpan line in instruction.BlankLines)
        {
            last = line;
        }

        if (last is { } span)
        {
            context.Report(
                GetLastLine(instruction, span, context.File.Text),
                Message(instruction: context.File.Text.ToString(instruction.KeywordSpan))
            );
        }
    }

    /// <summary>The last line of the instruction, here-documents aside.</summary>
    private static TextSpan GetLastLine(InstructionSyntax instruction, TextSpan lastBlank, SourceText text)
    {
        int end = instruction.LineSpan.End;
        return lastBlank.Start >= end
            ? lastBlank
            : TextSpan.FromBounds(text.GetLineStart(text.GetLinePosition(end).Line), end);
    }
}
