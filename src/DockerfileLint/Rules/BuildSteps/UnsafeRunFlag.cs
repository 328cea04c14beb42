using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL5016", "security", "insecure")]
[Rule("DL5017", "network", "host")]
internal sealed partial class UnsafeRunFlag(string name, string value) : DockerfileRule
{
    private readonly string _name = name;
    private readonly string _value = value;

    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag(_name) is { } flag && flag.Value?.Text == _value)
        {
            context.Report(flag.Span, Message(flag: flag.ToString()));
        }
    }
}
