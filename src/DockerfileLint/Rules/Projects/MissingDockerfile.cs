using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1003")]
internal sealed partial class MissingDockerfile : ProjectRule
{
    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        if (context.Project.FindBuild(container.Service) is not { File: BuildFile.Missing } build)
        {
            return;
        }

        SourceSpan place = build.Build.Dockerfile?.Span ?? build.Build.Context?.Span ?? build.Build.NameSpan;
        context.Report(
            place,
            Message(file: build.Path!, service: container.Name),
            FactSteps.Of(container.Service).Add(new FactStep(place, "The build names the file here.")),
            container.Service.Image is null ? null : ImageTier
        );
    }
}
