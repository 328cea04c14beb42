using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1001")]
internal sealed partial class ServiceRunsAsRoot : ProjectRule
{
    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        // A user of its own is judged where it is written; whose file is an override may get one below it.
        if (
            container.Service.User is not null
            || !container.Service.IsComplete
            || container.Image.Build is not { Stage: { } stage } build
            || container.User is not { } user
            || !user.IsRoot.MayBe(value: true)
        )
        {
            return;
        }

        string? tier = IsSaidThere(build, stage) ? KnownTier : null;
        if (!user.IsRoot.IsCertainly(value: true))
        {
            // A USER that nobody can read is not judged.
            if (user.Word is null && build.Model is not null && stage.User.Word is null)
            {
                context.Report(
                    container.Service.NameSpan,
                    MessageUnknownBase(service: container.Name, image: stage.RootStage.BaseName.DisplayText),
                    user.Value.Steps,
                    tier ?? UnknownBaseTier
                );
            }
        }
        else if (user.DropsBy is { } program)
        {
            context.Report(
                container.Service.NameSpan,
                MessageDropsRoot(service: container.Name, program: program),
                user.IsRoot.Steps,
                tier ?? DropsRootTier
            );
        }
        else if (user.Word is { } word)
        {
            context.Report(
                container.Service.NameSpan,
                Message(service: container.Name, user: word.Text),
                user.IsRoot.Steps,
                tier
            );
        }
        else
        {
            context.Report(
                container.Service.NameSpan,
                MessageBase(service: container.Name, image: stage.RootStage.BaseName.DisplayText),
                user.IsRoot.Steps,
                tier
            );
        }
    }

    /// <summary>
    /// Whether the Dockerfile says the same to who reads it alone: the build makes its last stage, and nothing that the
    /// service gives to the build changes the user. One that stands in the Compose file is read with its build.
    /// </summary>
    private static bool IsSaidThere(ResolvedBuild build, Stage stage)
    {
        if (build.Inline is not null)
        {
            return stage.RootStage.BaseContext is null;
        }

        if (build.Model!.For(BuildRequest.Default).FinalStage is not { } final || final.Index != stage.Index)
        {
            return false;
        }

        bool? isRoot = stage.User.IsRoot.TryGetValue(out bool known) ? known : null;
        bool? isRootAlone = final.User.IsRoot.TryGetValue(out bool alone) ? alone : null;
        return stage.User.Word?.Span == final.User.Word?.Span
            && isRoot == isRootAlone
            && stage.RootStage.BaseContext is null
            && stage.RootStage.BaseName.DisplayText == final.RootStage.BaseName.DisplayText;
    }
}
