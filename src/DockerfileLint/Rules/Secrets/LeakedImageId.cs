using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Secrets;

[Rule("DL5020")]
internal sealed partial class LeakedImageId : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } image
            && context.Stage is { BaseStage: null }
            && ImageIds.IsImageId(image.AsSpan())
        )
        {
            context.Report(image.Span, MessageBase(id: image.Text));
        }
    }

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction.Declarations, context);

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction.Pairs, context);

    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction.Pairs, context);

    private static void Visit(ImmutableArray<KeyValueSyntax> pairs, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in pairs)
        {
            if (pair.Value is { } value && ImageIds.Find(pair.Key.Text.Trim('"', '\''), value.AsSpan()) is { } id)
            {
                context.Report(value.GetSpan(id.Start, id.Length), Message(name: pair.Key.Text));
            }
        }
    }
}
