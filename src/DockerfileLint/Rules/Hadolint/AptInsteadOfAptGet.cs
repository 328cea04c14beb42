using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3027", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class AptInsteadOfAptGet : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.IsSeenByHadolint())
        {
            context.Report(command.Span, Message(command: command.Name));
        }
    }
}
