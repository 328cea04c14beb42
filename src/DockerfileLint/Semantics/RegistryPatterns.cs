using System.Collections.Immutable;

namespace DockerfileLint.Semantics;

/// <summary>
/// The registries that people list: hosts with their ports if they have one, which may start or end with <c>*</c>.
/// However many there are, a registry is compared with few of them. Immutable.
/// </summary>
internal sealed class RegistryPatterns
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

    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);

    // In order, none with another one as its start; of those behind a leading star the characters come backwards.
    private readonly string[] _starts;
    private readonly string[] _reversedEnds;

    private RegistryPatterns(ImmutableArray<string> patterns)
    {
        var starts = new List<string>();
        var ends = new List<string>();
        foreach (string pattern in patterns)
        {
            if (pattern.StartsWith("*", StringComparison.Ordinal))
            {
                ends.Add(Reverse(pattern.Substring(1)));
            }
            else if (pattern.EndsWith("*", StringComparison.Ordinal))
            {
                starts.Add(pattern.Substring(0, pattern.Length - 1));
            }
            else
            {
                _hosts.Add(pattern);
            }
        }

        _starts = Order(starts);
        _reversedEnds = Order(ends);
    }

    internal static RegistryPatterns Create(ImmutableArray<string> patterns) => new(patterns);

    /// <summary>Whether one of the patterns means a registry. All hosts of Docker Hub are one.</summary>
    internal bool Match(string registry) =>
        IsDockerHub(registry) ? Array.Exists(DockerHubHosts, host => MatchHost(host)) : MatchHost(registry);

    /// <summary>Whether a registry is Docker Hub, under one of its names.</summary>
    internal static bool IsDockerHub(string registry) => Array.IndexOf(DockerHubHosts, registry) >= 0;

    private bool MatchHost(string host) =>
        _hosts.Contains(host)
        || StartsWithAny(host, _starts)
        || (_reversedEnds.Length > 0 && StartsWithAny(Reverse(host), _reversedEnds));

    /// <summary>Where no text starts another one, just the last that is not behind a host can start it.</summary>
    private static bool StartsWithAny(string host, string[] starts)
    {
        int index = Array.BinarySearch(starts, host, StringComparer.OrdinalIgnoreCase);
        return index >= 0 || (~index > 0 && host.StartsWith(starts[~index - 1], StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Order(List<string> texts)
    {
        texts.Sort(StringComparer.OrdinalIgnoreCase);
        var kept = new List<string>(texts.Count);
        foreach (string text in texts)
        {
            if (kept.Count == 0 || !text.StartsWith(kept[kept.Count - 1], StringComparison.OrdinalIgnoreCase))
            {
                kept.Add(text);
            }
        }

        return [.. kept];
    }

    private static string Reverse(string text)
    {
        char[] characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
