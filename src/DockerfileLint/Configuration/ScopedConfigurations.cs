using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace DockerfileLint.Configuration;

/// <summary>What a configuration file says of each file. Safe to use from several threads.</summary>
internal sealed class ScopedConfigurations
{
    private readonly ConfigurationFile _file;
    private readonly ImmutableArray<PathOverride> _overrides;
    private readonly ImmutableArray<PathSuppression> _suppressions;
    private readonly PathPatterns[] _patterns;
    private readonly ConcurrentDictionary<string, ScopedConfiguration> _byParts = new(StringComparer.Ordinal);
    private readonly ScopedConfiguration _everywhere;

    internal ScopedConfigurations(ConfigurationFile file)
    {
        _file = file;
        _overrides = file.Collect(layer => layer.Overrides);
        _suppressions = file.Collect(layer => layer.Suppressions);
        _patterns =
        [
            .. _overrides
                .Select(part => part.Files)
                .Concat(_suppressions.Select(part => part.Files))
                .Select(patterns => new PathPatterns(patterns)),
        ];
        _everywhere = new ScopedConfiguration(file, [], []);
    }

    /// <summary>What the configuration says of a file.</summary>
    /// <param name="split">
    /// Gives the segments of its path below the folder that the patterns are relative to; asked only where there are
    /// patterns.
    /// </param>
    internal ScopedConfiguration Find(Func<string[]> split)
    {
        if (_patterns.Length == 0)
        {
            return _everywhere;
        }

        string[] segments = split();
        char[] parts = new char[_patterns.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            bool holds = (i >= _overrides.Length && _patterns[i].IsEmpty) || _patterns[i].Match(segments);
            parts[i] = holds ? '1' : '0';
        }

        return _byParts.GetOrAdd(new string(parts), Select);
    }

    private ScopedConfiguration Select(string parts) =>
        new(
            _file,
            [.. _overrides.Where((_, index) => parts[index] == '1')],
            [.. _suppressions.Where((_, index) => parts[_overrides.Length + index] == '1')]
        );
}
