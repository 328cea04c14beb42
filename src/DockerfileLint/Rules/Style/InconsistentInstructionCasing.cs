using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Style;

[Rule("DL6002")]
internal sealed partial class InconsistentInstructionCasing : DockerfileRule
{
    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (IsInconsistent(instruction, context))
        {
            string keyword = context.File.Text.ToString(instruction.KeywordSpan);
            context.Report(
                instruction.KeywordSpan,
                Message(
                    keyword: keyword,
                    expected: KeywordCasing.Of(context.Model).IsLowerCase
                        ? keyword.ToLowerInvariant()
                        : keyword.ToUpperInvariant()
                )
            );
        }
    }

    /// <summary>Whether an instruction's keyword is not written as most of the file's are.</summary>
    internal static bool IsInconsistent(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        ReadOnlySpan<char> written = context.File.Text.AsSpan(instruction.KeywordSpan);
        return instruction.Kind != InstructionKind.Unknown
            && !(
                KeywordCasing.Of(context.Model).IsLowerCase
                    ? DockerfileFacts.IsLowerCase(written)
                    : DockerfileFacts.IsUpperCase(written)
            );
    }
}
