using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.LanguageServer.Protocol;

namespace DockerfileLint.LanguageServer;

/// <summary>
/// How the files below a folder are linted, as the configuration files said when they were first asked for. Safe to
/// use from several threads.
/// </summary>
internal interface IFileConfigurations
{
    /// <summary>How a file is linted; the same object for all files under the same configuration.</summary>
    /// <param name="fullPath">Its absolute path.</param>
    /// <param name="language">Its language.</param>
    FileSetup Find(string fullPath, Language language);
}

/// <summary>
/// Makes the configurations of a folder anew, of which the absolute path is given; <c>null</c> for documents that lie
/// in none.
/// </summary>
internal delegate IFileConfigurations LoadConfigurations(string? folder, ServerSettings settings);

/// <summary>How the files under one configuration are linted. Immutable.</summary>
/// <param name="Linter">Lints them.</param>
/// <param name="Filter">Takes away what is not to be reported.</param>
internal sealed record FileSetup(Linter Linter, Func<FileResult, FileResult> Filter)
{
    /// <summary>The path of a configuration that nobody can apply, so that no file is linted; or <c>null</c>.</summary>
    internal string? InvalidPath { get; init; }

    /// <summary>What is wrong with the configuration files, at their places.</summary>
    internal ImmutableArray<Notification> Problems { get; init; } = [];
}
