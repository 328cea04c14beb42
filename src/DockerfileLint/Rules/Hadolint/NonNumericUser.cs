using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3066", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class NonNumericUser : DockerfileRule
{
    public override void VisitUser(UserInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.User is { } word
            && UserSpecification.Parse(word.TextWithoutQuotes()).User is var name
            && !Users.NonNumericUser.IsNumber(name)
            && !VariableText
                .Find(name)
                .Any(variable =>
                    FirstDefinitions.Of(context.Model).IsSetBefore(variable.Name, InstructionKind.Arg, instruction)
                )
        )
        {
            context.Report(word.Span, Message(user: word.Text));
        }
    }
}
