using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL6008")]
internal sealed partial class IgnoredFileCopied : DockerfileRule
{
    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction, context);

    private static void Visit(FileTransferInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is not { } stage)
        {
            return;
        }

        foreach (ContextSource source in ContextSource.Find(instruction, stage))
        {
            if (context.Model.Context is not { IsKnown: true, IgnoreFile: { } file })
            {
                return;
            }

            if (file.FindExcludingAll(source.Value) is { } pattern)
            {
                var related = new RelatedLocation(new Location(file.File, pattern.Span), "This pattern leaves it out.");
                context.Report(
                    source.Word.Span,
                    Message(source: source.Value, pattern: pattern.Text, file: file.File.Path),
                    related: [related]
                );
            }
        }
    }
}
