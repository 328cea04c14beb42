using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Files;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>A configuration file and where it stands. Safe to use from several threads.</summary>
internal sealed class ConfigurationScope
{
    private readonly string _folder;
    private readonly ImmutableArray<PathOverride> _overrides;
    private readonly ImmutableArray<PathSuppression> _suppressions;
    private readonly PathPatterns[] _patterns;
    private readonly ConcurrentDictionary<string, ScopedConfiguration> _byParts = new(StringComparer.Ordinal);
    private readonly ScopedConfiguration _everywhere;

    /// <param name="file">The file.</param>
    /// <param name="folder">Absolute path of the folder that its patterns are relative to.</param>
    internal ConfigurationScope(ConfigurationFile file, string folder)
    {
        File = file;
        _folder = folder;
        _overrides = file.Collect(layer => layer.Overrides);
        _suppressions = file.Collect(layer => layer.Suppressions);
        _patterns =
        [
            .. _overrides.Select(part => part.Files).Concat(_suppressions.Select(part => part.Files)).Select(Compile),
        ];
        _everywhere = new ScopedConfiguration(file, [], []);
    }

    internal ConfigurationFile File { get; }

    /// <summary>What the configuration says of a file.</summary>
    /// <param name="fullPath">Its absolute path.</param>
    internal ScopedConfiguration Find(string fullPath)
    {
        if (_patterns.Length == 0)
        {
            return _everywhere;
        }

        string[] segments = Path.GetRelativePath(_folder, fullPath).Split(Path.DirectorySeparatorChar);
        Span<char> parts = _patterns.Length <= 256 ? stackalloc char[_patterns.Length] : new char[_patterns.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            bool holds = i >= _overrides.Length && _patterns[i].IsEmpty || _patterns[i].Match(segments);
            parts[i] = holds ? '1' : '0';
        }

        return _byParts.GetOrAdd(parts.ToString(), Select);
    }

    /// <summary>What the configuration says about the files that a walk looks for, or <c>null</c>.</summary>
    internal FoundFiles? FoundFiles =>
        File.IsValid && File.Layers.Any(layer => layer is not { Dockerfiles: [], ComposeFiles: [], Excluded: [] })
            ? new FoundFiles(
                _folder,
                Compile(layer => layer.Dockerfiles),
                Compile(layer => layer.ComposeFiles),
                Compile(layer => layer.Excluded)
            )
            : null;

    private PathPatterns Compile(Func<ConfigurationLayer, ImmutableArray<Setting<string>>> get) =>
        new([.. File.Collect(get).Select(pattern => pattern.Value)]);

    private static PathPatterns Compile(ImmutableArray<string> patterns) => new(patterns);

    private ScopedConfiguration Select(string parts) =>
        new(
            File,
            [.. _overrides.Where((_, index) => parts[index] == '1')],
            [.. _suppressions.Where((_, index) => parts[_overrides.Length + index] == '1')]
        );
}
