using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL4005")]
internal sealed partial class ShellReplaced : DockerfileRule
{
    private const string Shell = "/bin/sh";

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["ln"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Line.Operands is { Length: >= 2 } operands && operands[operands.Length - 1].Text == Shell)
        {
            CommandWord word = command.Arguments.Last(argument => argument.Text == Shell);
            context.Report(word.Span, Message(path: word.Text));
        }
    }
}
