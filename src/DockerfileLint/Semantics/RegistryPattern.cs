using System.Collections.Immutable;

namespace DockerfileLint.Semantics;

/// <summary>
/// Compares registries with the patterns that people list: a host with its port if it has one, which may start or end
/// with <c>*</c>.
/// </summary>
internal static class RegistryPattern
{
    /// <summary>The registry of references that name none.</summary>
    internal const string DockerHub = "docker.io";

    /// <summary>The hosts of Docker Hub.</summary>
    private static readonly string[] DockerHubHosts =
    [
        DockerHub,
        "hub.docker.com",
        "index.docker.io",
        "registry-1.docker.io",
    ];

    /// <summary>Whether one of the patterns means a registry. All hosts of Docker Hub are one.</summary>
    internal static bool MatchesAny(ImmutableArray<string> patterns, string registry)
    {
        bool isDockerHub = Array.IndexOf(DockerHubHosts, registry) >= 0;
        return patterns.Any(pattern =>
            isDockerHub ? Array.Exists(DockerHubHosts, host => Matches(pattern, host)) : Matches(pattern, registry)
        );
    }

    private static bool Matches(string pattern, string registry)
    {
        if (pattern.StartsWith("*", StringComparison.Ordinal))
        {
            return registry.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase);
        }

        return pattern.EndsWith("*", StringComparison.Ordinal)
            ? registry.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
            : registry.Equals(pattern, StringComparison.OrdinalIgnoreCase);
    }
}
