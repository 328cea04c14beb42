using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Labels;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3058", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class InvalidLabelEmail : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (LabelValue label in WrittenLabels.Find(instruction, LabelSchema(context), "email"))
        {
            if (!EmailAddressGrammar.IsAddress(label.Value))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key, value: label.Value));
            }
        }
    }
}
