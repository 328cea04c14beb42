using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3052")]
internal sealed partial class InvalidLabelUrl : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), "url", context))
        {
            if (!UriGrammar.IsAbsolute(label.Value) || !UriGrammar.HasHost(label.Value))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key, value: label.Value));
            }
        }
    }
}
