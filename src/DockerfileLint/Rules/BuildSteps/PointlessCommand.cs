using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3001")]
internal sealed partial class PointlessCommand : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool asHadolint = Compatibility(context) == "hadolint";
        if (asHadolint && !command.IsSeenByHadolint())
        {
            return;
        }

        bool isPointless = command.Name switch
        {
            "free" or "ps" or "shutdown" or "ssh" or "top" or "vim" => true,

            // What they do lasts until the end of the step, so that commands after them may need it.
            "kill" or "mount" or "service" => asHadolint || IsLast(command),
            "halt" or "ifconfig" or "nano" or "poweroff" or "reboot" => !asHadolint,
            _ => false,
        };
        if (isPointless)
        {
            context.Report(command.Span, Message(command: command.Name));
        }
    }

    private static bool IsLast(RunCommand command) => command.Script.RunCommands[command.Script.RunCommands.Length - 1].Syntax == command.Syntax;
}
