using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL4005", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ShellReplaced : DockerfileRule
{
    private const string Shell = "/bin/sh";

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["ln"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.HasArgument(Shell) && command.IsSeenByHadolint())
        {
            CommandWord word = command.Arguments.Last(argument => argument.Text == Shell);
            context.Report(word.Span, Message(path: word.Text));
        }
    }
}
