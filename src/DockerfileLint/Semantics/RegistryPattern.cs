namespace DockerfileLint.Semantics;

/// <summary>Compares registries with the patterns that people list: a host with its port if it has one, which may start or end with <c>*</c>.</summary>
internal static class RegistryPattern
{
    /// <summary>The registry of references that name none.</summary>
    internal const string DockerHub = "docker.io";

    /// <summary>Whether one of the patterns means a registry. Docker Hub's other hosts count as <c>docker.io</c>.</summary>
    internal static bool MatchesAny(string[] patterns, string registry)
    {
        string name = registry is "index.docker.io" or "registry-1.docker.io" ? DockerHub : registry;
        return Array.Exists(patterns, pattern => Matches(pattern, name));
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
