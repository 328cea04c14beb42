using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Style;

[Rule("DL6002")]
internal sealed partial class InconsistentInstructionCasing : DockerfileRule
{
    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Kind == InstructionKind.Unknown
            || (context.Stage is null && Compatibility(context) == "buildkit")
        )
        {
            return;
        }

        ReadOnlySpan<char> written = context.File.Text.AsSpan(instruction.KeywordSpan);
        bool isLowerExpected = KeywordCasing.Of(context.Model).IsLowerCase;
        if (isLowerExpected ? !DockerfileFacts.IsLowerCase(written) : !DockerfileFacts.IsUpperCase(written))
        {
            string keyword = written.ToString();
            context.Report(
                instruction.KeywordSpan,
                Message(
                    keyword: keyword,
                    expected: isLowerExpected ? keyword.ToLowerInvariant() : keyword.ToUpperInvariant()
                )
            );
        }
    }
}
