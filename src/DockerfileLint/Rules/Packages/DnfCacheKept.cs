using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3040")]
internal sealed partial class DnfCacheKept : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["dnf", "dnf5", "microdnf", "tdnf"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            PackageManager.Find(command.Name) is { } manager
            && context.IsShipped(command.Instruction)
            && KeptFiles.AreLeft(command, manager)
        )
        {
            context.Report(
                command.SubcommandSpan,
                Message(command: $"{command.Name} {command.Subcommand}", clean: $"{command.Name} clean all")
            );
        }
    }
}
