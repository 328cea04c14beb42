using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3050")]
internal sealed partial class SuperfluousLabel : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (!StrictLabels(context))
        {
            return;
        }

        var required = RequiredLabels.Parse(LabelSchema(context));
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            ExpandedText key = context.Expand(pair.Key);
            if (key.Certainty != Certainty.Unknown && key.Value.Length > 0 && !required.Contains(key.Value))
            {
                context.Report(pair.Key.Span, Message(key: key.Value));
            }
        }
    }
}
