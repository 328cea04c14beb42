using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1007")]
internal sealed partial class AwaitedHealthWithoutCheck : ProjectRule
{
    private const string Healthy = "service_healthy";

    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        foreach (ComposeEntry entry in container.Service.Value.GetMapping("depends_on")?.Entries ?? [])
        {
            if (
                Facts.GetText(entry.Value as ComposeMapping, "condition") is { } condition
                && condition.IsCertainly(Healthy)
                && context.Project.FindContainer(entry.Name) is { } dependency
                && dependency.Service.IsComplete
            )
            {
                Check(container, dependency, condition, context);
            }
        }
    }

    private static void Check(
        EffectiveContainer container,
        EffectiveContainer dependency,
        Fact<string> condition,
        ProjectRuleContext context
    )
    {
        EffectiveFact<bool> check = dependency.Healthcheck;
        if (check.IsCertainly(value: true) || (dependency.HasOwnHealthcheck && check.MayBe(value: true)))
        {
            return;
        }

        ImmutableArray<FactStep> steps = FactSteps
            .Of(container.Service)
            .Add(new FactStep(condition.Span, $"It waits for service '{dependency.Name}' here."))
            .AddRange(check.Steps);
        if (dependency.HasOwnHealthcheck)
        {
            context.Report(condition.Span, MessageDisabled(service: dependency.Name), steps);
        }
        else if (dependency.Image.Build is null)
        {
            context.Report(
                condition.Span,
                MessageImage(service: dependency.Name, image: dependency.Image.ToString()),
                steps,
                ImageTier
            );
        }
        else if (dependency.Image.Configuration is not null)
        {
            context.Report(condition.Span, Message(service: dependency.Name), steps);
        }
    }
}
