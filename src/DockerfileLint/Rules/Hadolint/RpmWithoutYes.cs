using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3030", "yum", Behaviour = RuleBehaviour.Hadolint)]
[Rule("DL3038", "dnf", "microdnf", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class RpmWithoutYes(params ImmutableArray<string> programs) : DockerfileRule
{
    private readonly ImmutableArray<string> _programs = programs;

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => _programs;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.IsSeenByHadolint()
            && command.HasArgument("install", "groupinstall", "localinstall")
            && PackageManager.Find(command.Name) is { } manager
            && !command.Line.HasOption(manager.Yes)
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
