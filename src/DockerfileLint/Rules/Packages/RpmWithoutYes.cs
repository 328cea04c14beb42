using System.Collections.Immutable;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3030", "yum")]
[Rule("DL3038", "dnf", "dnf5", "microdnf", "tdnf")]
internal sealed partial class RpmWithoutYes(params ImmutableArray<string> programs) : DockerfileRule
{
    private readonly ImmutableArray<string> _programs = programs;

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => _programs;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (PackageManager.Find(command.Name) is { } manager && Questions.AreOpen(command, manager))
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
