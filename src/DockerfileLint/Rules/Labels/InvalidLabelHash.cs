using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3055")]
internal sealed partial class InvalidLabelHash : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        foreach (
            LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), "hash", isCompatible, context)
        )
        {
            if (!IsHash(label.Value, isCompatible))
            {
                context.Report(
                    label.Word.Span.IsEmpty ? label.Pair.Span : label.Word.Span,
                    Message(key: label.Key, value: label.Value)
                );
            }
        }
    }

    private static bool IsHash(string text, bool isCompatible) =>
        (isCompatible ? text.Length is 7 or 40 : text.Length is (>= 7 and <= 40) or 64)
        && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
