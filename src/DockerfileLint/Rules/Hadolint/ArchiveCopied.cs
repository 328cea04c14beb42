using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3010", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ArchiveCopied : DockerfileRule
{
    public override IReadOnlyCollection<string> Programs =>
        ["tar", "unzip", "gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Instruction.IsTrigger
            || !BuildContexts.ArchiveCopied.IsExtraction(command)
            || !command.IsSeenByHadolint()
        )
        {
            return;
        }

        foreach ((WordSyntax source, string name) in BuildContexts.ArchiveCopied.FindSources(command, context))
        {
            context.Report(source.Span, Message(file: name));
        }
    }
}
