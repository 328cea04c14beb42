using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3051")]
internal sealed partial class EmptyLabel : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        ImmutableArray<string> schema = LabelSchema(context);
        if (schema.Length == 0)
        {
            return;
        }

        RequiredLabels required = RequiredLabels.Of(context, schema);
        foreach (LabelValue label in LabelValue.Find(instruction, context))
        {
            if (label.Value.Length == 0 && required.Contains(label.Key))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key));
            }
        }
    }
}
