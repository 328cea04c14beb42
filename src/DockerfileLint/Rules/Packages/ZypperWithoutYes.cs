using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3034")]
internal sealed partial class ZypperWithoutYes : DockerfileRule
{
    private static readonly string[] HadolintAsking =
    [
        "install",
        "in",
        "remove",
        "rm",
        "source-install",
        "si",
        "patch",
    ];

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name != "zypper" || PackageManager.Find(command.Name) is not { } manager)
        {
            return;
        }

        bool asks =
            Compatibility(context) == "hadolint"
                ? command.IsSeenByHadolint()
                    && command.HasArgument(HadolintAsking)
                    && !command.Line.HasOption(manager.Yes)
                : PackageManager.Is(command.Subcommand, manager.Asking)
                    && !IsNonInteractive(command)
                    && !Questions.AreAnswered(command);
        if (asks)
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }

    /// <summary>Behind the subcommand <c>-n</c> is short for <c>--name</c>.</summary>
    private static bool IsNonInteractive(RunCommand command) =>
        command.Line.HasOption("-y", "--no-confirm", "--non-interactive", "--dry-run", "-D")
        || command.Line.Options.Any(option => option.Name == "-n" && option.Span.Start < command.SubcommandSpan.Start);
}
