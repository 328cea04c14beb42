namespace DockerfileLint.Semantics.Compose;

/// <summary>Services that run to completion instead of staying.</summary>
internal sealed class ServiceJobs
{
    private const string Completed = "service_completed_successfully";

    private readonly HashSet<string> _awaited = new(StringComparer.Ordinal);

    internal ServiceJobs(ComposeModel model)
    {
        foreach (Service service in model.Services)
        {
            foreach (ComposeEntry dependency in service.Value.GetMapping("depends_on")?.Entries ?? [])
            {
                if (Facts.GetText(dependency.Value as ComposeMapping, "condition").IsCertainly(Completed))
                {
                    _awaited.Add(dependency.Name);
                }
            }
        }
    }

    /// <summary>Whether a service is a job: by its mode, or because another waits for its end.</summary>
    internal bool Contains(Service service) =>
        _awaited.Contains(service.Name)
        || service.GetText("deploy", "mode").IsCertainly(mode => mode.EndsWith("-job", StringComparison.Ordinal));
}
