using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL3063")]
internal sealed partial class ReservedStageName : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Name is { Text: { } name } word)
        {
            string lower = name.ToLowerInvariant();
            if (lower == "scratch")
            {
                context.Report(word.Span, MessageScratch(name: name));
            }
            else if (lower == "context")
            {
                context.Report(word.Span, Message(name: name));
            }
        }
    }
}
