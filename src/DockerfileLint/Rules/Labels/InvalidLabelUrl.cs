using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3052")]
internal sealed partial class InvalidLabelUrl : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        foreach (
            LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), "url", isCompatible, context)
        )
        {
            if (!UriGrammar.IsAbsolute(label.Value) || !(isCompatible || UriGrammar.HasHost(label.Value)))
            {
                context.Report(
                    label.Word.Span.IsEmpty ? label.Pair.Span : label.Word.Span,
                    Message(key: label.Key, value: label.Value)
                );
            }
        }
    }
}
