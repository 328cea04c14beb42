using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Style;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL6002", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class InconsistentInstructionCasing : DockerfileRule
{
    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is not null && Style.InconsistentInstructionCasing.IsInconsistent(instruction, context))
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
}
