using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL6009", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class InvalidDefaultImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } word
            && context.Stage is { BaseName: { Error: ExpansionError.None } image }
            && !ImageName.IsValid(image.Value)
        )
        {
            context.Report(word.Span, Message(image: word.Text, value: image.Value));
        }
    }
}
