using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Labels;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3051", Behaviour = RuleBehaviour.Hadolint)]
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
        foreach (LabelValue label in WrittenLabels.Find(instruction))
        {
            if (label.Value.Length == 0 && required.Contains(label.Key))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key));
            }
        }
    }
}
