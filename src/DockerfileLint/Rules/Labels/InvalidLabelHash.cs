using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3055")]
internal sealed partial class InvalidLabelHash : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), "hash", context))
        {
            if (!IsHash(label.Value))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key, value: label.Value));
            }
        }
    }

    /// <summary>Whether a text consists of digits to the base 16.</summary>
    internal static bool IsHexadecimal(string text) => text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static bool IsHash(string text) => text.Length is (>= 7 and <= 40) or 64 && IsHexadecimal(text);
}
