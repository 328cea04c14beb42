using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Files;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>A configuration file and where it stands. Safe to use from several threads.</summary>
internal sealed class ConfigurationScope
{
    private readonly string _folder;
    private readonly ScopedConfigurations _byFile;

    /// <param name="file">The file.</param>
    /// <param name="folder">Absolute path of the folder that its patterns are relative to.</param>
    internal ConfigurationScope(ConfigurationFile file, string folder)
    {
        File = file;
        _folder = folder;
        _byFile = new ScopedConfigurations(file);
    }

    internal ConfigurationFile File { get; }

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

    /// <summary>What the configuration says of a file.</summary>
    /// <param name="fullPath">Its absolute path.</param>
    internal ScopedConfiguration Find(string fullPath) =>
        _byFile.Find(() => Path.GetRelativePath(_folder, fullPath).Split(Path.DirectorySeparatorChar));

    private PathPatterns Compile(Func<ConfigurationLayer, ImmutableArray<Setting<string>>> get) =>
        new([.. File.Collect(get).Select(pattern => pattern.Value)]);
}
