using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3046", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class HighUserIdWithoutNoLogInit : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["useradd"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            !command.Line.HasOption("-l", "--no-log-init")
            && command.Line.FindOption("-u", "--uid") is { Name: "-u", Value: { Length: > 5 } userId } option
            && command.IsSeenByHadolint()
        )
        {
            context.Report(option.ValueSpan, Message(user: userId));
        }
    }
}
