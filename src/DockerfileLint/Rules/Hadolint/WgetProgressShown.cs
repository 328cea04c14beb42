using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3047", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class WgetProgressShown : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["wget"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (!command.Line.HasOption(Downloads.WgetProgressShown.Quieting) && command.IsSeenByHadolint())
        {
            context.Report(command.Span, Message(command: command.Name));
        }
    }
}
