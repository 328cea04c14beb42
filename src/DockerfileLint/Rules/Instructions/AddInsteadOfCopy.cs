using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3020")]
internal sealed partial class AddInsteadOfCopy : DockerfileRule
{
    /// <summary>What ADD unpacks.</summary>
    private static readonly string[] ArchiveSuffixes =
    [
        ".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz", ".txz", ".xz", ".zst", ".tzst",
    ];

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        if (!isCompatible && instruction.GetFlag("unpack") is not null)
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            if (!instruction.IsHeredoc(source) && (isCompatible ? IsLocalToHadolint(source.Text.Trim('"', '\'')) : IsLocal(context.Expand(source))))
            {
                context.Report(instruction.KeywordSpan, Message(source: source.Text));
                return;
            }
        }
    }

    private static bool IsLocal(ExpandedText source) =>
        source.Certainty != Certainty.Unknown && !ContextPath.IsRemote(source.Value) && !IsArchive(source.Value);

    private static bool IsLocalToHadolint(string source) =>
        !(IsArchive(source) && !source.EndsWith(".zst", StringComparison.Ordinal) && !source.EndsWith(".tzst", StringComparison.Ordinal))
        && !source.StartsWith("http://", StringComparison.Ordinal) && !source.StartsWith("https://", StringComparison.Ordinal);

    private static bool IsArchive(string source) => Array.Exists(ArchiveSuffixes, suffix => source.EndsWith(suffix, StringComparison.Ordinal));
}
