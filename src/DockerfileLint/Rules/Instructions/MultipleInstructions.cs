using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3012", InstructionKind.Healthcheck)]
[Rule("DL4003", InstructionKind.Cmd)]
[Rule("DL4004", InstructionKind.Entrypoint)]
internal sealed partial class MultipleInstructions(InstructionKind kind) : DockerfileRule
{
    private readonly InstructionKind _kind = kind;

    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Kind == _kind
            && ReplacedInstructions.Of(context.Model).FindReplacedBy(instruction) is { } overridden
        )
        {
            var place = new SourceSpan(context.File, overridden.KeywordSpan);
            context.Report(
                instruction.KeywordSpan,
                Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)),
                related: [new RelatedLocation(place, "This instruction has no effect.")]
            );
        }
    }
}
