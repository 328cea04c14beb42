using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL5004")]
internal sealed partial class SecretFileCopied : DockerfileRule
{
    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) => Visit(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) => Visit(instruction, context);

    private static void Visit(FileTransferInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is not { } stage)
        {
            return;
        }

        foreach (ContextSource source in ContextSource.Find(instruction, stage))
        {
            string path = ContextPath.Resolve(source.Value);
            if (SecretFiles.IsSecret(ContextPath.GetName(path)) && context.Model.Context.IgnoreFile?.FindExcludingAll(source.Value) is null)
            {
                context.Report(source.Word.Span, Message(source: source.Value), IsInFinalImage(stage, context.Model) ? null : BuildStageTier);
            }
        }
    }

    private static bool IsInFinalImage(Stage stage, DockerfileModel model)
    {
        for (Stage? final = model.FinalStage; final is not null; final = final.BaseStage)
        {
            if (final == stage)
            {
                return true;
            }
        }

        return false;
    }
}
