using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3020")]
internal sealed partial class AddInsteadOfCopy : DockerfileRule
{
    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("unpack") is not null)
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            if (!instruction.IsHeredoc(source) && IsLocal(context.Expand(source)))
            {
                context.Report(instruction.KeywordSpan, Message(source: source.Text));
                return;
            }
        }
    }

    private static bool IsLocal(ExpandedText source) =>
        source.Certainty != Certainty.Unknown
        && !ContextPath.IsRemote(source.Value)
        && !ArchiveName.IsArchive(source.Value);
}
