using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3001")]
internal sealed partial class PointlessCommand : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs =>
        [
            "free",
            "halt",
            "ifconfig",
            "kill",
            "mount",
            "nano",
            "poweroff",
            "ps",
            "reboot",
            "service",
            "shutdown",
            "ssh",
            "top",
            "vim",
        ];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool isPointless = command.Name switch
        {
            "free" or "halt" or "ifconfig" or "nano" or "poweroff" or "ps" or "reboot" or "shutdown" or "top" => true,
            "ssh" => !command.Line.Operands.IsEmpty,
            "vim" => !IsScripted(command),

            // What they do lasts until the end of the step, so that commands after them may need it.
            "kill" or "mount" or "service" => IsLast(command) && !EndsSomething(command),
            _ => false,
        };
        if (isPointless)
        {
            context.Report(command.Span, Message(command: command.Name));
        }
    }

    /// <summary>Whether vim is told what to do, as <c>vim +PluginInstall +qall</c> is.</summary>
    private static bool IsScripted(RunCommand command) =>
        command.Arguments.Any(word =>
            !word.IsStatic
            || word.Text.StartsWith("+", StringComparison.Ordinal)
            || word.Text is "-c" or "-s"
            || word.Text.StartsWith("-e", StringComparison.Ordinal)
        );

    /// <summary>Whether it ends in good order what an earlier command of the step may have started.</summary>
    private static bool EndsSomething(RunCommand command) =>
        command.Script.RunCommands[0].Syntax != command.Syntax
        && (command.Name == "kill" || command.HasArgument("stop"));

    private static bool IsLast(RunCommand command) =>
        command.Script.RunCommands[command.Script.RunCommands.Length - 1].Syntax == command.Syntax;
}
