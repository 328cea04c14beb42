using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3003", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class FolderChangedInRun : DockerfileRule
{
    public override IReadOnlyCollection<string> Programs => ["cd"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.IsSeenByHadolint())
        {
            context.Report(command.FullSpan, Message(command: BuildSteps.FolderChangedInRun.GetText(command, context)));
        }
    }
}
