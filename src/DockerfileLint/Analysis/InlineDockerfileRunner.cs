using System.Collections.Immutable;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Has the rules for Dockerfiles judge those that stand in a Compose file, as their builds make them; what they say
/// lies there. A comment in such a Dockerfile suppresses as it does in a file.
/// </summary>
internal sealed class InlineDockerfileRunner(LintOptions options)
{
    private readonly DockerfileRuleRunner _rules = new(options.Rules, new DockerfileConsumers(options));

    /// <summary>Judges the Dockerfiles in the files of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="reader">The snapshot that it lies in.</param>
    /// <param name="sink">Gets what is found.</param>
    /// <returns>The comments that suppress, with the files that they stand in.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal ImmutableArray<(string Path, Suppressor Suppressor)> Run(
        ProjectModel project,
        ProjectReader reader,
        DiagnosticSink sink
    )
    {
        ImmutableArray<(string, Suppressor)>.Builder? suppressors = null;
        HashSet<SourceSpan>? seen = null;
        foreach (Service service in project.Compose.Services)
        {
            reader.Cancellation.ThrowIfCancellationRequested();
            if (
                service.Build?.InlineDockerfile is not null
                && project.FindBuild(service) is { Inline: { } inline, Model: { } model } build
                && project.Compose.Project.Reader.IsOwn(inline.Span.File)
                && (seen ??= []).Add(inline.Span)
            )
            {
                // It is built for this service alone; of a stage that is not there another rule speaks.
                Judge(
                    build.IsTargetMissing ? model.For(BuildRequest.Default, reader.Cancellation) : model,
                    build,
                    reader,
                    sink
                );
                if (options.HonourInlineSuppressions)
                {
                    suppressors ??= ImmutableArray.CreateBuilder<(string, Suppressor)>();
                    suppressors.AddRange(FindSuppressors(model, inline, reader.Project.Budget.MaxFindings));
                }
            }
        }

        return suppressors?.ToImmutable() ?? [];
    }

    private void Judge(DockerfileModel model, ResolvedBuild build, ProjectReader reader, DiagnosticSink sink)
    {
        var found = new DiagnosticSink(model.Tree.File, reader.Project.Budget.MaxFindings);
        found.Diagnostics.AddRange(model.Tree.Diagnostics);
        found.Diagnostics.AddRange(model.GetDiagnostics(reader.Cancellation));
        _rules.Run(model, reader, found, [BuildConsumer.Of(build.Service, build.Request, model.Tree.File.Path)]);
        string service = build.Service.Name;
        var location = new LogicalLocation(service, $"services.{service}", "object");
        foreach (Diagnostic diagnostic in found.Diagnostics)
        {
            sink.Report(
                diagnostic.Rule,
                Map(diagnostic.Location, build),
                diagnostic.Message,
                diagnostic.Tier,
                [
                    .. diagnostic.RelatedLocations.Select(related => new RelatedLocation(
                        Map(related.Location, build),
                        related.Message
                    )),
                ],
                location
            );
        }

        sink.Notifications.AddRange(
            found.Notifications.Select(notification =>
                notification with
                {
                    Path = build.Inline!.Span.File.Path,
                    Location = new Location(build.Inline.Span),
                }
            )
        );
    }

    private static SourceSpan Map(Location location, ResolvedBuild build) =>
        build.Map(new SourceSpan(location.File, location.Span));

    private IEnumerable<(string Path, Suppressor Suppressor)> FindSuppressors(
        DockerfileModel model,
        InlineDockerfile inline,
        int limit
    )
    {
        var allowance = new SuppressionAllowance(limit);
        foreach (Suppressor suppressor in Language.Dockerfile.FindSuppressors(model.Tree, allowance))
        {
            SuppressionComment comment = suppressor.Comment;
            if ((options.SuppressionDialects & comment.Dialect) != 0)
            {
                // What holds for the whole Dockerfile holds for this part of the Compose file.
                SuppressionScope scope =
                    comment.Scope == SuppressionScope.File ? SuppressionScope.Stage : comment.Scope;
                yield return (
                    inline.Span.File.Path,
                    new Suppressor(
                        comment with
                        {
                            Scope = scope,
                            Span = Map(comment.Span),
                            Rules = [.. comment.Rules.Select(MapName)],
                            Until = comment.Until is { } until ? MapName(until) : null,
                        },
                        Map(suppressor.Coverage)
                    )
                );
            }
        }

        TextSpan Map(TextSpan span)
        {
            // The text may start and end elsewhere than the scalar.
            TextSpan whole = inline.Map(new SourceSpan(model.Tree.File, span)).Span;
            return span.Length == model.Tree.Text.Length ? inline.Span.Span : whole;
        }

        NamedSpan MapName(NamedSpan named) => named with { Span = Map(named.Span) };
    }
}
