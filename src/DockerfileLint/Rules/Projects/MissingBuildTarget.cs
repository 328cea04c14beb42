using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1004")]
internal sealed partial class MissingBuildTarget : ProjectRule
{
    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        if (
            context.Project.FindBuild(container.Service) is not { IsTargetMissing: true } build
            || build.Build.Target is not { } target
        )
        {
            return;
        }

        Stage last = build.Model!.FinalStage!;
        string[] names = [.. build.Model.Stages.Select(stage => stage.Name).OfType<string>()];
        string? similar = SpellChecker.GetSuggestion(target.DisplayText.AsSpan(), names);
        context.Report(
            target.Span,
            similar is null
                ? Message(stage: target.DisplayText, service: container.Name)
                : MessageSimilar(stage: target.DisplayText, service: container.Name, suggestion: similar),
            FactSteps
                .Of(container.Service)
                .Add(new FactStep(build.Build.NameSpan, "Its image is built here."))
                .Add(new FactStep(target.Span, "The build asks for the stage here."))
                .Add(new FactStep(build.GetSpan(last.From), "This is the last stage of the Dockerfile."))
        );
    }
}
