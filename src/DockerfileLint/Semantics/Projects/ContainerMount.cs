using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>A mount of a container: its own, or one that it takes over from another service.</summary>
/// <param name="Mount">The mount.</param>
/// <param name="Owner">The service that has it.</param>
/// <param name="Steps">How it comes to the container.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ContainerMount(Mount Mount, Service Owner, ImmutableArray<FactStep> Steps)
{
    /// <summary>Whether it shows the container a socket through which the engine takes orders.</summary>
    public bool IsEngineSocket =>
        Mount.HostPath is { } path
            ? HostPaths.IsEngineSocket(path.DisplayText)
            : Mount.Source is { } source
                && !source.TryGetValue(out _)
                && Mount.Target.TryGetValue(out string? target)
                && HostPaths.IsEngineSocket(target);

    /// <summary>
    /// The mounts of a service and, where they are not replaced, of those whose volumes it takes over.
    /// </summary>
    internal static ImmutableArray<ContainerMount> FindAll(Service service)
    {
        ImmutableArray<ContainerMount>.Builder mounts = ImmutableArray.CreateBuilder<ContainerMount>();
        var seen = new HashSet<Service> { service };
        var open = new Queue<(Service Service, ImmutableArray<FactStep> Steps)>();
        open.Enqueue((service, FactSteps.Of(service)));
        while (open.Count > 0 && seen.Count <= AnalysisBudget.MaxNamespaceChain)
        {
            (Service current, ImmutableArray<FactStep> steps) = open.Dequeue();
            foreach (Mount mount in current.Mounts)
            {
                mounts.Add(new ContainerMount(mount, current, steps.Set(current, mount.Span)));
            }

            foreach (Fact<string> from in current.GetTexts("volumes_from"))
            {
                string name = from.DisplayText.Split(':')[0];
                if (current.Model.FindService(name) is { } other && seen.Add(other))
                {
                    open.Enqueue((other, steps.Set(current, from.Span)));
                }
            }
        }

        return mounts.ToImmutable();
    }
}
