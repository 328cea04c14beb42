using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Analysis.Audits;

/// <summary>
/// The audit of a Compose project, or of a Dockerfile that no service of the audited projects is built from. Immutable.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ProjectAudit
{
    internal ProjectAudit(string path, Language language, ImmutableArray<ServiceAudit> services)
    {
        Path = path;
        Language = language;
        Services = services;
        Index = HardeningIndex.Average(services);
    }

    /// <summary>Path of the first Compose file, or of the Dockerfile.</summary>
    public string Path { get; }

    /// <summary>Whether it is a Compose project or a Dockerfile.</summary>
    public Language Language { get; }

    /// <summary>What runs the project.</summary>
    public ComposeTarget Target { get; internal init; }

    /// <summary>The paths of all its files of that language, <see cref="Path"/> first.</summary>
    public ImmutableArray<string> FilePaths { get; internal init; } = [];

    /// <summary>The paths of the Dockerfiles that its services are built from; none of a Dockerfile.</summary>
    public ImmutableArray<string> Dockerfiles { get; internal init; } = [];

    /// <summary>The services in the order of the files; of a Dockerfile the one image.</summary>
    public ImmutableArray<ServiceAudit> Services { get; }

    /// <summary>The mean of the services, rounded down.</summary>
    public HardeningIndex Index { get; }

    /// <summary>The same audit with the findings that say what is lost.</summary>
    internal ProjectAudit With(ILookup<string, Finding> findingsByPath)
    {
        var ofProject = new AuditFindings(FilePaths, findingsByPath);
        return new ProjectAudit(Path, Language, [.. Services.Select(service => service.With(ofProject))])
        {
            Target = Target,
            FilePaths = FilePaths,
            Dockerfiles = Dockerfiles,
        };
    }
}
