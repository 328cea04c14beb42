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

        RequiredLabels required = RequiredLabels.Of(context, LabelSchema(context));
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            string? key = context.Expand(pair.Key).ValueOr(null);
            if (key is { Length: > 0 } && !required.Contains(key))
            {
                context.Report(pair.Key.Span, Message(key: key));
            }
        }
    }
}
