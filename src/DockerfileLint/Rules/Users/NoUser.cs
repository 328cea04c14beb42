using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Rules.Users;

[Rule("DL5001")]
internal sealed partial class NoUser : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (!stage.IsFinal || stage.User.Word is not null || stage.From.Image is not { } image)
        {
            return;
        }

        BaseImageUser baseUser = BaseImageUsers.GetDefaultUser(stage.RootStage);
        if (
            baseUser != BaseImageUser.Unprivileged
            && BuildConsumer.FindAnswering(context.Consumers, context.Model, stage).Count > 0
        )
        {
            return;
        }

        switch (baseUser)
        {
            case BaseImageUser.Root when PrivilegeDrop.Find(context.Model, stage) is { } program:
                context.Report(
                    image.Span,
                    MessageDropsRoot(image: stage.RootStage.BaseName.DisplayText, program: program),
                    DropsRootTier
                );
                break;
            case BaseImageUser.Root when PrivilegeDrop.FindServer(context.Model, stage) is { } server:
                context.Report(
                    image.Span,
                    MessageServer(image: stage.RootStage.BaseName.DisplayText, server: server),
                    DropsRootTier
                );
                break;
            case BaseImageUser.DropsRoot:
                context.Report(
                    image.Span,
                    MessageDropsRoot(
                        image: stage.RootStage.BaseName.DisplayText,
                        program: BaseImageUsers.FindDroppingProgram(stage.RootStage)
                    ),
                    DropsRootTier
                );
                break;
            case BaseImageUser.Root:
                context.Report(image.Span, Message(image: stage.RootStage.BaseName.DisplayText));
                break;
            case BaseImageUser.Administrator:
                context.Report(image.Span, MessageAdministrator(image: stage.RootStage.BaseName.DisplayText));
                break;
            case BaseImageUser.Unknown when UnknownBase(context):
                context.Report(
                    image.Span,
                    MessageUnknownBase(image: stage.RootStage.From.Image?.Text ?? image.Text),
                    UnknownBaseTier
                );
                break;
            default:
                break;
        }
    }
}
