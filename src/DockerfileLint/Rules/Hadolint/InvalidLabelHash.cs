using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Labels;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3055", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class InvalidLabelHash : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (LabelValue label in WrittenLabels.Find(instruction, LabelSchema(context), "hash"))
        {
            if (label.Value.Length is not (7 or 40) || !Labels.InvalidLabelHash.IsHexadecimal(label.Value))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key, value: label.Value));
            }
        }
    }
}
