using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL1010")]
internal sealed partial class InvalidIgnorePattern : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        // Once for the file, at the first instruction that needs the context.
        if (!stage.IsFinal || FindFirstTransfer(context.Model) is not { } transfer)
        {
            return;
        }

        if (context.Model.Context.IgnoreFile is { InvalidPattern: { } span } file)
        {
            string pattern = file.File.Text.ToString(span);
            var related = new RelatedLocation(new SourceSpan(file.File, span), "This pattern is malformed.");
            context.Report(transfer.KeywordSpan, Message(pattern: pattern, file: file.File.Path), related: [related]);
        }
    }

    private static FileTransferInstructionSyntax? FindFirstTransfer(DockerfileModel model)
    {
        foreach (Stage stage in model.Stages)
        {
            foreach (InstructionSyntax instruction in stage.Instructions)
            {
                if (instruction is FileTransferInstructionSyntax transfer && ContextSource.Find(transfer, stage).Any())
                {
                    return transfer;
                }
            }
        }

        return null;
    }
}
