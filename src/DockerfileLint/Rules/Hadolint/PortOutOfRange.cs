using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3011", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class PortOutOfRange : DockerfileRule
{
    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax word in instruction.Ports)
        {
            if (word.AsSpan().IndexOf('$') < 0 && Instructions.PortOutOfRange.IsTooHigh(word, context))
            {
                context.Report(word.Span, Message(port: word.Text));
            }
        }
    }
}
