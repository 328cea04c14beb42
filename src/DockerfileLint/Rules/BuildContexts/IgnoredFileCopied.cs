using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL6008")]
internal sealed partial class IgnoredFileCopied : DockerfileRule
{
    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    private static void Check(FileTransferInstructionSyntax instruction, DockerfileRuleContext context) =>
        IgnoredSources.Report(
            instruction,
            context,
            static (file, source) => file.FindExcludingAll(source),
            static (source, pattern, file) => Message(source: source, pattern: pattern, file: file)
        );
}
