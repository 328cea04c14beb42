using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Reliability;

[Rule("DC6005")]
internal sealed partial class DependencyNotAwaited : ComposeRule
{
    public override void VisitProject(ComposeModel model, ComposeRuleContext context)
    {
        // A swarm ignores the key.
        if (context.Target != ComposeTarget.Compose)
        {
            return;
        }

        var reported = new HashSet<Service>();
        foreach (Service service in model.Services)
        {
            if (service.Value.FindPath("depends_on") is not ComposeSequence list)
            {
                continue;
            }

            foreach (ComposeNode item in list.Items)
            {
                if (
                    item is ComposeScalar { IsNull: false } scalar
                    && scalar.Text.TryGetValue(out string? name)
                    && model.FindService(name) is { } dependency
                )
                {
                    Check(service, dependency, scalar, reported, context);
                }
            }
        }
    }

    private static void Check(
        Service service,
        Service dependency,
        ComposeScalar place,
        HashSet<Service> reported,
        ComposeRuleContext context
    )
    {
        if (dependency.Value.Find("healthcheck") is not null)
        {
            if (HasHealthcheck(dependency))
            {
                context.Report(place.Span, Message(service: service.Name, dependency: dependency.Name));
            }
        }
        else if (context.Project.FindContainer(dependency.Name)?.Healthcheck.IsCertainly(value: true) == true)
        {
            context.Report(place.Span, Message(service: service.Name, dependency: dependency.Name));
        }
        else if (
            dependency.IsComplete
            && dependency.Build is null
            && DatabaseImage.Find(dependency) is { } database
            && reported.Add(dependency)
        )
        {
            context.Report(dependency.NameSpan, MessageUnchecked(service: dependency.Name, test: database.HealthTest));
        }
    }

    private static bool HasHealthcheck(Service service) =>
        service.Value.GetMapping("healthcheck")?.Find("test") is not null
        && !service.GetBoolean("healthcheck", "disable").IsCertainly(true)
        && !service.GetTexts("healthcheck", "test").FirstOrDefault().MayBe("NONE");
}
