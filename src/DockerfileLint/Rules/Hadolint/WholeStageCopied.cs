using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3067", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class WholeStageCopied : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.GetFlag("from") is not { Value: { } from }
            || instruction.Destination is not { } destination
            || !IsRoot(destination)
        )
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            if (IsRoot(source))
            {
                context.Report(source.Span, Message(stage: from.Text));
                return;
            }
        }
    }

    private static bool IsRoot(WordSyntax path) => path.TextWithoutQuotes() == "/";
}
