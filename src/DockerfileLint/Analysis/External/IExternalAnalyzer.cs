using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.External;

/// <summary>
/// Another program that judges files after the rules and before severities and suppressions, so that its findings are
/// findings like others. Must be safe to use from several threads.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public interface IExternalAnalyzer
{
    /// <summary>Judges files, many at a time, since starting a program costs more than its work.</summary>
    /// <param name="files">The files as far as the rules go.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <returns>A report for each file, in the order of the files.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    IReadOnlyList<ExternalReport> Analyze(IReadOnlyList<FileAnalysis> files, CancellationToken cancellation);
}

/// <summary>What another program says about a file.</summary>
/// <param name="Version">
/// The version of the program, such as <c>0.10.0</c>; <c>null</c> where it did not judge the file.
/// </param>
/// <param name="Diagnostics">What it finds in the file.</param>
/// <param name="Notifications">
/// What kept it from its work; what concerns the run as a whole is one and the same object for all files.
/// </param>
[Experimental(ExperimentalApi.Id)]
public sealed record ExternalReport(
    string? Version,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<Notification> Notifications
)
{
    /// <summary>The program was not asked, or had nothing to judge.</summary>
    public static ExternalReport None { get; } = new(Version: null, [], []);
}
