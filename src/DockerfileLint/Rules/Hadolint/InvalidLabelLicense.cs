using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Labels;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3054", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class InvalidLabelLicense : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (LabelValue label in WrittenLabels.Find(instruction, LabelSchema(context), "spdx"))
        {
            if (!SpdxLicenses.IsExactLicense(label.Value))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key, value: label.Value));
            }
        }
    }
}
