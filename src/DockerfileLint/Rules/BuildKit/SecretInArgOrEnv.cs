using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL3064", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class SecretInArgOrEnv : DockerfileRule
{
    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is null)
        {
            return;
        }

        foreach (KeyValueSyntax declaration in instruction.Declarations)
        {
            string name = declaration.Key.Text;
            if (SecretName.MatchesInBuildKit(name))
            {
                context.Report(declaration.Key.Span, MessageArg(name: name));
            }
        }
    }

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            string name = context.Expand(pair.Key).Value;
            if (pair.Value is not null && SecretName.MatchesInBuildKit(name))
            {
                context.Report(pair.Key.Span, Message(name: name));
            }
        }
    }
}
