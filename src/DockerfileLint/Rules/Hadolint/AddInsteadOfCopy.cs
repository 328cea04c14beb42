using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3020", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class AddInsteadOfCopy : DockerfileRule
{
    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax source in instruction.Sources)
        {
            if (!instruction.IsHeredoc(source) && IsLocal(source.TextWithoutQuotes()))
            {
                context.Report(instruction.KeywordSpan, Message(source: source.Text));
                return;
            }
        }
    }

    /// <summary>hadolint knows neither the newest archives nor addresses in git.</summary>
    private static bool IsLocal(string source) =>
        !(
            ArchiveName.IsArchive(source)
            && !source.EndsWith(".zst", StringComparison.Ordinal)
            && !source.EndsWith(".tzst", StringComparison.Ordinal)
        )
        && !source.StartsWith("http://", StringComparison.Ordinal)
        && !source.StartsWith("https://", StringComparison.Ordinal);
}
