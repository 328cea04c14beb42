using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Finds services that depend on each other in a circle.</summary>
internal sealed class DependencyChecker(ComposeModel model)
{
    internal void Check(CancellationToken cancellation)
    {
        var state = new Dictionary<Service, bool>();
        int cycles = 0;
        foreach (Service service in model.Services)
        {
            if (state.ContainsKey(service))
            {
                continue;
            }

            // True while a service is on the path, false once all that it needs is looked at.
            var path = new List<(Service Service, IEnumerator<ServiceDependency> Dependencies, SourceSpan Span)>();
            Enter(service, path, state);
            while (path.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                (Service current, IEnumerator<ServiceDependency> dependencies, _) = path[path.Count - 1];
                if (!dependencies.MoveNext())
                {
                    state[current] = false;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                ServiceDependency dependency = dependencies.Current;
                path[path.Count - 1] = (current, dependencies, dependency.Span);
                if (model.FindService(dependency.Name) is not { } next)
                {
                    continue;
                }

                if (!state.TryGetValue(next, out bool isOnPath))
                {
                    Enter(next, path, state);
                }
                else if (isOnPath && cycles++ < AnalysisBudget.MaxReportedCycles)
                {
                    int start = path.FindIndex(step => step.Service == next);
                    model.Project.Reader.ReportCycle([
                        .. path.Skip(start).Select(step => (step.Service.Name, step.Span)),
                    ]);
                }
            }
        }
    }

    private static void Enter(
        Service service,
        List<(Service Service, IEnumerator<ServiceDependency> Dependencies, SourceSpan Span)> path,
        Dictionary<Service, bool> state
    )
    {
        state[service] = true;
        path.Add((service, ServiceDependency.Read(service).GetEnumerator(), service.NameSpan));
    }
}
