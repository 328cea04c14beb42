using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3043")]
internal sealed partial class InvalidOnbuildTrigger : DockerfileRule
{
    public override void VisitOnbuild(OnbuildInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Trigger is { } trigger)
        {
            // By its name, since the tree holds no ONBUILD inside another.
            string name = context.File.Text.ToString(trigger.KeywordSpan).ToUpperInvariant();
            if (name is "ONBUILD" or "FROM" or "MAINTAINER")
            {
                context.Report(trigger.KeywordSpan, Message(instruction: name));
            }
        }
    }
}
