using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3020")]
internal sealed partial class AddInsteadOfCopy : DockerfileRule
{
    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        if (!isCompatible && instruction.GetFlag("unpack") is not null)
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            if (
                !instruction.IsHeredoc(source)
                && (
                    isCompatible
                        ? IsLocalToHadolint(source.Text.Trim('"', '\''))
                        : context.Expand(source).IsCertainly(IsLocal)
                )
            )
            {
                context.Report(instruction.KeywordSpan, Message(source: source.Text));
                return;
            }
        }
    }

    private static bool IsLocal(string source) => !ContextPath.IsRemote(source) && !ArchiveName.IsArchive(source);

    private static bool IsLocalToHadolint(string source) =>
        !(
            ArchiveName.IsArchive(source)
            && !source.EndsWith(".zst", StringComparison.Ordinal)
            && !source.EndsWith(".tzst", StringComparison.Ordinal)
        )
        && !source.StartsWith("http://", StringComparison.Ordinal)
        && !source.StartsWith("https://", StringComparison.Ordinal);
}
