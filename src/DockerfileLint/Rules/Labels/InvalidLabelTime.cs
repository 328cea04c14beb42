using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3053")]
internal sealed partial class InvalidLabelTime : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), "rfc3339", context))
        {
            if (!TimestampGrammar.IsTimestamp(label.Value))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key, value: label.Value));
            }
        }
    }
}
