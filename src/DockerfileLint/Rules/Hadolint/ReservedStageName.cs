using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3063", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ReservedStageName : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Name is { Text: "scratch" or "context" } word)
        {
            context.Report(
                word.Span,
                word.Text == "scratch" ? MessageScratch(name: word.Text) : Message(name: word.Text)
            );
        }
    }
}
