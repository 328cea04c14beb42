using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL6016")]
internal sealed partial class UnusedStage : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        // A FROM with more words is a template of some other program, or broken.
        if (
            !stage.IsFinal
            && (stage.Name is not null || stage.From.Arguments.Length == 1)
            && !StageUses.Of(context.Model).MayUse(stage)
        )
        {
            FromInstructionSyntax from = stage.From;
            context.Report(
                from.Name?.Span ?? from.Image?.Span ?? from.Span,
                stage.Name is { } name
                    ? Message(stage: name)
                    : MessageUnnamed(image: from.Image?.Text ?? stage.DisplayName),
                stage.Name is null ? UnnamedTier : null
            );
        }
    }
}
