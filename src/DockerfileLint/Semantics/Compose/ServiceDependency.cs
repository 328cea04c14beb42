using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Another service that a service cannot be started without.</summary>
/// <param name="Key">The key that says so.</param>
/// <param name="Name">The other service's name.</param>
/// <param name="Span">Where it is named.</param>
/// <param name="Via">How that came here.</param>
/// <param name="IsRequired">Whether it must exist.</param>
internal readonly record struct ServiceDependency(
    string Key,
    string Name,
    SourceSpan Span,
    ComposeOrigin? Via,
    bool IsRequired
)
{
    private const string ServicePrefix = "service:";

    private static readonly string[] NamespaceKeys = ["network_mode", "ipc", "pid", "uts", "cgroup"];

    /// <summary>The dependencies of a service whose names are known.</summary>
    internal static IEnumerable<ServiceDependency> Read(Service service)
    {
        switch (service.Value.FindPath("depends_on"))
        {
            case ComposeMapping mapping:
                foreach (ComposeEntry entry in mapping.Entries)
                {
                    bool isRequired =
                        (entry.Value as ComposeMapping)?.GetScalar("required") is not { } required
                        || !required.Text.Whole.Parse(Facts.ParseBoolean).IsCertainly(false);
                    yield return new ServiceDependency(
                        "depends_on",
                        entry.Name,
                        entry.NameSpan,
                        entry.Value?.Via ?? mapping.Via,
                        isRequired
                    );
                }

                break;
            case ComposeSequence list:
                foreach (ServiceDependency dependency in ReadList("depends_on", list.Items))
                {
                    yield return dependency;
                }

                break;
        }

        foreach (
            ServiceDependency dependency in ReadList("links", service.GetItems("links"))
                .Concat(ReadList("volumes_from", service.GetItems("volumes_from")))
        )
        {
            int colon = dependency.Name.IndexOf(':');
            string name = colon < 0 ? dependency.Name : dependency.Name.Substring(0, colon);
            if (dependency.Key == "links" || name != "container" || colon < 0)
            {
                yield return dependency with
                {
                    Name = name,
                };
            }
        }

        foreach (string key in NamespaceKeys)
        {
            if (
                service.Value.GetScalar(key) is { } scalar
                && scalar.Text.TryGetValue(out string? value)
                && value.StartsWith(ServicePrefix, StringComparison.Ordinal)
            )
            {
                yield return new ServiceDependency(
                    key,
                    value.Substring(ServicePrefix.Length),
                    scalar.Span,
                    scalar.Via,
                    IsRequired: true
                );
            }
        }
    }

    private static IEnumerable<ServiceDependency> ReadList(string key, IEnumerable<ComposeNode> items)
    {
        foreach (ComposeNode item in items)
        {
            if (item is ComposeScalar { IsNull: false } scalar && scalar.Text.TryGetValue(out string? name))
            {
                yield return new ServiceDependency(key, name, scalar.Span, scalar.Via, IsRequired: true);
            }
        }
    }
}
