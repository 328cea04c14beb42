using System.Collections.Immutable;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Audits;

/// <summary>Audits the project that a file is the first of, or a Dockerfile.</summary>
internal static class ProjectAuditor
{
    /// <summary>
    /// The audit of a file; <c>null</c> where it is not the first of its project, has no services, or builds nothing.
    /// </summary>
    internal static ProjectAudit? Audit(
        SourceFile file,
        Language language,
        LintOptions options,
        ProjectReader reader
    ) => language == Language.Compose ? AuditCompose(file, options, reader) : AuditDockerfile(file, options, reader);

    /// <summary>
    /// Audits in the order of their paths, without those that are parts of another one: Compose files that another
    /// project merges, includes or extends, and Dockerfiles that a service is built from.
    /// </summary>
    internal static ImmutableArray<ProjectAudit> Select(IEnumerable<ProjectAudit> audits)
    {
        ProjectAudit[] all = [.. audits.OrderBy(audit => audit.Path, StringComparer.Ordinal)];
        var first = new Dictionary<string, ProjectAudit>(StringComparer.Ordinal);
        var built = new HashSet<string>(StringComparer.Ordinal);
        foreach (ProjectAudit audit in all)
        {
            built.UnionWith(audit.Dockerfiles);
            if (audit.Language == Language.Compose)
            {
                first[audit.Path] = audit;
            }
        }

        // Of two projects that name each other the first stays.
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (ProjectAudit audit in first.Values)
        {
            foreach (string path in audit.FilePaths)
            {
                if (
                    path != audit.Path
                    && first.TryGetValue(path, out ProjectAudit? other)
                    && !(other.FilePaths.Contains(audit.Path) && string.CompareOrdinal(path, audit.Path) < 0)
                )
                {
                    parts.Add(path);
                }
            }
        }

        return
        [
            .. all.Where(audit =>
                audit.Language == Language.Compose ? !parts.Contains(audit.Path) : !built.Contains(audit.Path)
            ),
        ];
    }

    private static ProjectAudit? AuditCompose(SourceFile file, LintOptions options, ProjectReader reader)
    {
        ComposeSources sources = ComposeAnalyzer.CreateSources(file, reader);
        var files = ComposeProjectFiles.Find(file.Path, sources, options.Compose);
        if (files.Paths[0] != file.Path)
        {
            return null;
        }

        var model = ComposeModel.Load(files, sources, options.Compose);
        var project = new ProjectModel(model, ComposeAnalyzer.CreateSources(reader), options.Target);
        ImmutableArray<ServiceAudit>.Builder services = ImmutableArray.CreateBuilder<ServiceAudit>();
        var dockerfiles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (EffectiveContainer container in project.Containers)
        {
            reader.Cancellation.ThrowIfCancellationRequested();
            if (container.Image.Build?.Path is { } dockerfile)
            {
                dockerfiles.Add(dockerfile);
            }

            // What has neither image nor build is there to be extended.
            if (container.Service.Image is not null || container.Service.Build is not null)
            {
                services.Add(ServiceAuditor.Audit(container));
            }
        }

        return services.Count == 0
            ? null
            : new ProjectAudit(file.Path, Language.Compose, services.ToImmutable())
            {
                Target = options.Target,
                FilePaths = [.. model.FilePaths],
                Dockerfiles = [.. dockerfiles],
            };
    }

    private static ProjectAudit? AuditDockerfile(SourceFile file, LintOptions options, ProjectReader reader) =>
        ImageAuditor.Audit(DockerfileAnalyzer.GetModel(file.Path, reader).For(options.Build, reader.Cancellation))
            is { } image
            ? new ProjectAudit(file.Path, Language.Dockerfile, [image]) { FilePaths = [file.Path] }
            : null;
}
