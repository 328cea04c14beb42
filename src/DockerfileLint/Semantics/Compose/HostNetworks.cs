using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// The host's network under the name of a network: the way of a swarm, which has no <c>network_mode</c>.
/// </summary>
internal static class HostNetworks
{
    private const string HostName = "host";
    private const string DefaultName = "default";

    /// <summary>The networks of a service that are the host's, each where the service takes it.</summary>
    internal static IEnumerable<(string Name, SourceSpan Span)> Find(Service service)
    {
        bool hasNetworks = false;
        foreach (ComposeEntry network in ComposeKeyValue.ReadEntries(service.Value.FindPath("networks")))
        {
            hasNetworks = true;
            if (IsHost(network.Name, service))
            {
                yield return (network.Name, network.NameSpan);
            }
        }

        if (
            !hasNetworks
            && service.FindDefinition("networks", DefaultName) is { } implied
            && IsHost(DefaultName, service)
        )
        {
            yield return (DefaultName, implied.NameSpan);
        }
    }

    private static bool IsHost(string name, Service service)
    {
        if (service.FindDefinition("networks", name)?.Value is not ComposeMapping definition)
        {
            return false;
        }

        ComposeMapping? legacy = definition.GetMapping("external");
        bool isExternal = legacy is not null || Facts.GetBoolean(definition, "external").IsCertainly(true);
        return isExternal
            && (
                (Facts.GetText(definition, "name") ?? Facts.GetText(legacy, "name")) is { } actual
                    ? actual.IsCertainly(HostName)
                    : name == HostName
            );
    }
}
