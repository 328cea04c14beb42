using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>What a SARIF log says beyond the results.</summary>
public sealed record SarifOptions
{
    private static readonly string PackageVersion = typeof(SarifOptions)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion;

    /// <summary>
    /// Semantic version of the tool, this package's unless set; build metadata after a <c>+</c> is left out.
    /// </summary>
    public string ToolVersion { get; init; } = PackageVersion;

    /// <summary>
    /// The category under which a code-scanning service keeps this run apart from others of the same tool, or
    /// <c>null</c>.
    /// </summary>
    public string? Category { get; init; }

    /// <summary>
    /// Whether suppressed results are written, marked as such. Off by default, since GitHub code scanning shows them as
    /// open.
    /// </summary>
    public bool IncludeSuppressed { get; init; }

    /// <summary>The revision that was linted, or <c>null</c> where the root is no checkout.</summary>
    public VersionControlDetails? VersionControl { get; init; }

    /// <summary>
    /// The rules that ran. A log with results describes those that fired; a log without any describes all of these,
    /// since it tells what was looked for.
    /// </summary>
    public ImmutableArray<RuleDescriptor> Rules { get; init; } = [];

    /// <summary>
    /// The audits of the run, which become a property of it, <c>dockerfileLint/audit</c>; or <c>null</c>.
    /// </summary>
    [Experimental(ExperimentalApi.Id)]
    public AuditResult? Audit { get; init; }

    /// <summary>Absolute URI of the linted root, or <c>null</c> to keep the log free of the machine's paths.</summary>
    public Uri? RootUri { get; init; }
}

/// <summary>The revision of the linted files.</summary>
/// <param name="RepositoryUri">
/// Where the repository lives: an absolute URI or git's <c>user@host:path</c>. User names and passwords in it are never
/// written.
/// </param>
/// <param name="RevisionId">The commit, or <c>null</c>.</param>
/// <param name="Branch">The branch, or <c>null</c>.</param>
public sealed record VersionControlDetails(string RepositoryUri, string? RevisionId, string? Branch);
