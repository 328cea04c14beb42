using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3053")]
internal sealed partial class InvalidLabelTime : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        foreach (
            LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), "rfc3339", isCompatible, context)
        )
        {
            if (!TimestampGrammar.IsTimestamp(label.Value))
            {
                context.Report(
                    label.Word.Span.IsEmpty ? label.Pair.Span : label.Word.Span,
                    Message(key: label.Key, value: label.Value)
                );
            }
        }
    }
}
