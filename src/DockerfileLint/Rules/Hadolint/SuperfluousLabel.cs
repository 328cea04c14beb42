using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Labels;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3050", Behaviour = RuleBehaviour.Hadolint)]
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
            string key = pair.Key.TextWithoutQuotes();
            if (key.Length > 0 && !required.Contains(key))
            {
                context.Report(pair.Key.Span, Message(key: key));
            }
        }
    }
}
