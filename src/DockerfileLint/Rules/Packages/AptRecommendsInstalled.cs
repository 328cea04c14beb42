using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3015")]
internal sealed partial class AptRecommendsInstalled : DockerfileRule
{
    private const string Setting = "Install-Recommends";

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt", "apt-get"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Subcommand != "install"
            || AptGetWithoutYes.DoesNothing(command)
            || command.Line.HasOption("--no-install-recommends", "--install-recommends")
        )
        {
            return;
        }

        if (!IsSwitchedOff(command, context))
        {
            context.Report(command.Line.SubcommandWord!.Value.Span, Message(command: $"{command.Name} install"));
        }
    }

    /// <summary>
    /// Whether an option says it, something written earlier into apt's configuration, or words that nobody knows may.
    /// </summary>
    private static bool IsSwitchedOff(RunCommand command, DockerfileRuleContext context) =>
        command.Line.Options.Any(option => option.Value?.IndexOf(Setting, StringComparison.OrdinalIgnoreCase) >= 0)
        || command.HasUnknownArgument()
        || AptConfiguration.Sets(Setting, command, context);
}
