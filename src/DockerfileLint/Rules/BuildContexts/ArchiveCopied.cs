using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL3010")]
internal sealed partial class ArchiveCopied : DockerfileRule
{
    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool asHadolint = Compatibility(context) == "hadolint";
        if (
            command.Instruction.IsTrigger
            || !IsExtraction(command, asHadolint)
            || (asHadolint && !command.IsSeenByHadolint())
        )
        {
            return;
        }

        foreach (CommandWord word in command.Arguments)
        {
            if (
                word.Text.Length > 0
                && word.Text[0] != '-'
                && CopiedArchives.GetBaseName(word.Text) is var name
                && ArchiveName.IsArchive(name)
                && CopiedArchives.Of(context.Model).Find(command.Instruction, name) is { } source
            )
            {
                context.Report(source.Span, Message(file: name));
            }
        }
    }

    private static bool IsExtraction(RunCommand command, bool asHadolint) =>
        command.Name switch
        {
            "tar" => command.Arguments.Any(word =>
                word.Text is "--extract" or "--get"
                || (word.Text.Length > 1 && word.Text[0] == '-' && word.Text[1] != '-' && word.Text.IndexOf('x') > 0)
            )
                || (
                    !asHadolint
                    && !command.Arguments.IsEmpty
                    && command.Arguments[0].Text is { Length: > 0 } first
                    && first[0] != '-'
                    && first.IndexOf('x') >= 0
                    && first.All(char.IsLetter)
                ),
            "unzip" or "gunzip" or "bunzip2" or "unlzma" or "unxz" or "zgz" or "uncompress" or "zcat" or "gzcat" =>
                true,
            _ => false,
        };
}
