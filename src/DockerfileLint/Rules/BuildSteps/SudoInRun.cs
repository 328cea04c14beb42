using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3004")]
internal sealed partial class SudoInRun : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["sudo"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        string user = command.Line.FindOption("-u", "--user")?.Value ?? "root";
        context.Report(
            command.Span,
            user is "root" or "#0"
                ? Message(command: command.Name)
                : MessageOtherUser(command: command.Name, user: user)
        );
    }
}
