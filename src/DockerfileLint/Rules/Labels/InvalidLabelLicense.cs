using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3054")]
internal sealed partial class InvalidLabelLicense : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        foreach (
            LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), "spdx", isCompatible, context)
        )
        {
            if (isCompatible ? !SpdxLicenses.IsExactLicense(label.Value) : !SpdxExpression.IsExpression(label.Value))
            {
                context.Report(
                    label.Word.Span.IsEmpty ? label.Pair.Span : label.Word.Span,
                    Message(key: label.Key, value: label.Value)
                );
            }
        }
    }
}
