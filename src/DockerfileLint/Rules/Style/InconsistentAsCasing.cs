using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Style;

[Rule("DL6003")]
internal sealed partial class InconsistentAsCasing : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.As is not { Text: { } written } keyword)
        {
            return;
        }

        // A FROM in mixed case is the matter of another rule.
        ReadOnlySpan<char> from = context.File.Text.AsSpan(instruction.KeywordSpan);
        string expected =
            DockerfileFacts.IsLowerCase(from) ? "as"
            : DockerfileFacts.IsUpperCase(from) ? "AS"
            : written;
        if (written != expected)
        {
            context.Report(keyword.Span, Message(keyword: written, from: from.ToString(), expected: expected));
        }
    }
}
