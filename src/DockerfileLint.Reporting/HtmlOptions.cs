using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis.Audits;

namespace DockerfileLint.Reporting;

/// <summary>What a page of HTML says beyond the results.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed record HtmlOptions
{
    /// <summary>The title and first heading.</summary>
    public string Title { get; init; } = "Dockerfiles and Compose files";

    /// <summary>Semantic version of the tool, this package's unless set; build metadata is left out.</summary>
    public string ToolVersion { get; init; } = new SarifOptions().ToolVersion;

    /// <summary>The audits of the run, or <c>null</c> where there was none.</summary>
    public AuditResult? Audit { get; init; }
}
