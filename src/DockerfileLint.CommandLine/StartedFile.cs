using DockerfileLint.Analysis;
using DockerfileLint.Configuration;

namespace DockerfileLint.CommandLine;

/// <summary>A file before another program judges its scripts.</summary>
/// <param name="path">Path in the reports.</param>
/// <param name="kind">The language.</param>
/// <param name="analysis">
/// The file as far as the rules go, or <c>null</c> where <paramref name="result"/> says all there is.
/// </param>
/// <param name="result">The result of a file that could not be linted.</param>
/// <param name="settings">How the file is linted, or <c>null</c> where it is not.</param>
/// <param name="configuration">The configuration file that governs it, or <c>null</c> where there is none.</param>
internal sealed class StartedFile(
    string path,
    FileKind kind,
    FileAnalysis? analysis,
    FileResult? result,
    FileSettings? settings,
    HadolintConfigurationFile? configuration
)
{
    internal string Path => path;

    internal FileKind Kind => kind;

    internal FileAnalysis? Analysis => analysis;

    internal FileResult? Result { get; set; } = result;

    internal FileSettings? Settings => settings;

    internal HadolintConfigurationFile? Configuration => configuration;

    /// <summary>A file that is not linted.</summary>
    internal static StartedFile Done(FileResult result, HadolintConfigurationFile? configuration = null) =>
        new(result.Path, result.Kind, analysis: null, result, settings: null, configuration);
}
