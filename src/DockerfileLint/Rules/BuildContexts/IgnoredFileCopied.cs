using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

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

            IgnorePattern? pattern =
                Compatibility(context) == "buildkit"
                    ? file.FindAsReference(source.Value)
                    : file.FindExcludingAll(source.Value);
            if (pattern is not null)
            {
                var related = new RelatedLocation(
                    new SourceSpan(file.File, pattern.Span),
                    "This pattern leaves it out."
                );
                context.Report(
                    source.Word.Span,
                    Message(source: source.Value, pattern: pattern.Text, file: file.File.Path),
                    related: [related]
                );
            }
        }
    }
}
