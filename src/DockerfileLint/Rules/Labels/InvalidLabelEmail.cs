using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3058")]
internal sealed partial class InvalidLabelEmail : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        foreach (
            LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), "email", isCompatible, context)
        )
        {
            if (!EmailAddressGrammar.IsAddress(label.Value))
            {
                context.Report(
                    label.Word.Span.IsEmpty ? label.Pair.Span : label.Word.Span,
                    Message(key: label.Key, value: label.Value)
                );
            }
        }
    }
}
