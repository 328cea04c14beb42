using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3027")]
internal sealed partial class AptInsteadOfAptGet : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        context.Report(command.Span, Message(command: command.Name));
    }
}
