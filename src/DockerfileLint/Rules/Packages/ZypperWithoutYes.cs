using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3034")]
internal sealed partial class ZypperWithoutYes : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["zypper"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            PackageManager.Find(command.Name) is { } manager
            && PackageManager.Is(command.Subcommand, manager.Asking)
            && !IsNonInteractive(command)
            && !Questions.AreAnswered(command)
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }

    /// <summary>Behind the subcommand <c>-n</c> is short for <c>--name</c>.</summary>
    private static bool IsNonInteractive(RunCommand command) =>
        command.Line.HasOption("-y", "--no-confirm", "--non-interactive", "--dry-run", "-D")
        || command.Line.Options.Any(option => option.Name == "-n" && option.Span.Start < command.SubcommandSpan.Start);
}
