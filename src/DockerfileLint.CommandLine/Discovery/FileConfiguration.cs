using DockerfileLint.Configuration;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>The configuration files that govern a file.</summary>
/// <param name="Own">Ours with what it says of the file, or <c>null</c> where there is none.</param>
/// <param name="Hadolint">hadolint's, or <c>null</c> where there is none.</param>
internal readonly record struct FileConfiguration(ScopedConfiguration? Own, HadolintConfigurationFile? Hadolint)
{
    /// <summary>The path of the one that nobody can apply, or <c>null</c>.</summary>
    internal string? InvalidPath =>
        Own is { File.IsValid: false } ? Own.File.Path
        : Hadolint is { IsValid: false } ? Hadolint.Path
        : null;
}
