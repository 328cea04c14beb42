using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL5021")]
internal sealed partial class WholeContextCopied : DockerfileRule
{
    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction, context);

    private static void Visit(FileTransferInstructionSyntax instruction, DockerfileRuleContext context)
    {
        // --exclude is a .dockerignore of this instruction's own.
        if (context.Stage is not { } stage || instruction.GetFlag("exclude") is not null)
        {
            return;
        }

        foreach (ContextSource source in ContextSource.Find(instruction, stage))
        {
            if (ContextPath.Resolve(source.Value) is not (ContextPath.Root or "*"))
            {
                continue;
            }

            BuildContext build = context.Model.Context;
            if (!build.IsKnown)
            {
                return;
            }

            bool isShipped = context.IsShipped(instruction);
            if (build.IgnoreFile is not { } file)
            {
                context.Report(
                    source.Word.Span,
                    isShipped ? Message(source: source.Word.Text) : MessageBuildStage(source: source.Word.Text)
                );
            }
            else if (isShipped && build.FindCopiedSecrets() is { Count: > 0 } names)
            {
                var related = new RelatedLocation(
                    new SourceSpan(file.File, default),
                    "This file decides what the build leaves out."
                );
                context.Report(
                    source.Word.Span,
                    MessageIncomplete(source: source.Word.Text, names: string.Join(", ", names), file: file.File.Path),
                    related: [related]
                );
            }
        }
    }
}
