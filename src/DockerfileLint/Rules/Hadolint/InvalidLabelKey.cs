using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3048", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class InvalidLabelKey : DockerfileRule
{
    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            string key = pair.Key.TextWithoutQuotes();
            if (key.Length == 0)
            {
                continue;
            }

            if (!Labels.InvalidLabelKey.IsWellFormed(key))
            {
                context.Report(pair.Key.Span, Message(key: key));
            }
            else if (Labels.InvalidLabelKey.StartsWithAny(key, Labels.InvalidLabelKey.ReservedPrefixes))
            {
                context.Report(pair.Key.Span, MessageReserved(key: key));
            }
        }
    }
}
