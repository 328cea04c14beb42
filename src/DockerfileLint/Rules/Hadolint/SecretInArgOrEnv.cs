using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3064", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class SecretInArgOrEnv : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax declaration in instruction.Declarations)
        {
            string name = declaration.Key.Text;
            if (SecretName.MatchesInHadolint(name))
            {
                context.Report(declaration.Key.Span, MessageArg(name: name));
            }
        }
    }

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            string name = pair.Key.Text;
            if (pair.Value is not null && SecretName.MatchesInHadolint(name))
            {
                context.Report(pair.Key.Span, Message(name: name));
            }
        }
    }
}
