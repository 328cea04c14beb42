using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Instructions;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildKit;

/// <summary>BuildKit reports the instruction that loses its effect, once it sees the later one.</summary>
[Rule("DL3012", InstructionKind.Healthcheck, Behaviour = RuleBehaviour.BuildKit)]
[Rule("DL4003", InstructionKind.Cmd, Behaviour = RuleBehaviour.BuildKit)]
[Rule("DL4004", InstructionKind.Entrypoint, Behaviour = RuleBehaviour.BuildKit)]
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
            var place = new SourceSpan(context.File, instruction.KeywordSpan);
            context.Report(
                overridden.KeywordSpan,
                Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)),
                related: [new RelatedLocation(place, "This instruction takes its place.")]
            );
        }
    }
}
