using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3000", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class RelativeWorkdir : DockerfileRule
{
    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Path is { } word
            && !instruction.IsTrigger
            && word.TextWithoutQuotes() is var path
            && !Instructions.RelativeWorkdir.IsAbsolute(path)
            && !path.StartsWith("$", StringComparison.Ordinal)
        )
        {
            context.Report(word.Span, Message(path: word.Text));
        }
    }
}
