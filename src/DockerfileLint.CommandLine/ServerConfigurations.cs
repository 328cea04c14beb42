using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;
using DockerfileLint.LanguageServer;

namespace DockerfileLint.CommandLine;

/// <summary>Configures the files of an editor as the command line does. Safe to use from several threads.</summary>
/// <param name="configurations">The configuration files.</param>
/// <param name="configurator">How the files under one are linted.</param>
internal sealed class ServerConfigurations(ConfigurationFiles configurations, FileConfigurator configurator)
    : IFileConfigurations
{
    private readonly ConcurrentDictionary<FileConfiguration, Lazy<FileSetup>> _setups = new();

    /// <inheritdoc/>
    public FileSetup Find(string fullPath, Language language) =>
        _setups
            .GetOrAdd(
                configurations.Find(new InputFile(fullPath, fullPath, language), language),
                key => new Lazy<FileSetup>(() => Create(key))
            )
            .Value;

    private FileSetup Create(FileConfiguration configuration)
    {
        FileSettings settings = configurator.Configure(configuration.InvalidPath is null ? configuration : default);
        return new FileSetup(settings.Linter, settings.Filter)
        {
            InvalidPath = configuration.InvalidPath,
            Problems =
            [
                .. configuration.Own?.File.Problems ?? ImmutableArray<Notification>.Empty,
                .. configuration.Hadolint?.Problems ?? ImmutableArray<Notification>.Empty,
            ],
        };
    }
}
