using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Style;

[Rule("DL6007")]
internal sealed partial class LegacyKeyValueFormat : DockerfileRule
{
    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.IsLegacy)
        {
            Check(instruction, instruction.Pairs, context);
        }
    }

    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.IsLegacy)
        {
            Check(instruction, instruction.Pairs, context);
        }
    }

    private static void Check(
        InstructionSyntax instruction,
        ImmutableArray<KeyValueSyntax> pairs,
        DockerfileRuleContext context
    )
    {
        // Without a value the line is an error.
        if (pairs[0] is { Value: not null } pair)
        {
            string name = context.File.Text.ToString(instruction.KeywordSpan);
            if (pair.Value!.Text.StartsWith("=", StringComparison.Ordinal))
            {
                context.Report(pair.Span, MessageBlank(instruction: name, key: pair.Key.Text), BlankTier);
            }
            else
            {
                context.Report(pair.Span, Message(instruction: name, key: pair.Key.Text));
            }
        }
    }
}
