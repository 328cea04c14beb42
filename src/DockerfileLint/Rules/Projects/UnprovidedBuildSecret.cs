using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1006")]
internal sealed partial class UnprovidedBuildSecret : ProjectRule
{
    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        if (context.Project.FindBuild(container.Service) is not { Model: { } model, Stage: { } stage } build)
        {
            return;
        }

        var given = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (ComposeNode item in build.Build.Value?.GetItems("secrets") ?? [])
        {
            ComposeScalar? id =
                item as ComposeScalar
                ?? (item as ComposeMapping)?.GetScalar("target")
                ?? (item as ComposeMapping)?.GetScalar("source");
            if (id is null || id.IsNull)
            {
                continue;
            }

            // A name that nobody knows may be any.
            if (!id.Text.TryGetValue(out string? name))
            {
                return;
            }

            given[ProjectPath.GetName(name)] = item.Span;
        }

        bool areAllRead = true;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (Stage made in model.BuildGraph.GetReachable(stage))
        {
            foreach (FlagSyntax flag in made.Instructions.OfType<RunInstructionSyntax>().SelectMany(run => run.Flags))
            {
                if (FindId(flag, ref areAllRead) is { } id && used.Add(id) && !given.ContainsKey(id))
                {
                    Report(container, build, flag, id, context);
                }
            }
        }

        foreach (KeyValuePair<string, SourceSpan> secret in given)
        {
            if (areAllRead && !used.Contains(secret.Key))
            {
                context.Report(
                    secret.Value,
                    MessageUnused(secret: secret.Key, service: container.Name),
                    FactSteps
                        .Of(container.Service)
                        .Add(new FactStep(secret.Value, "The build gets the secret here."))
                        .Add(
                            new FactStep(
                                build.GetSpan((Syntax.SyntaxNode?)stage.From.Image ?? stage.From),
                                "No RUN of this stage, or of those that it needs, mounts it."
                            )
                        )
                );
            }
        }
    }

    private static void Report(
        EffectiveContainer container,
        ResolvedBuild build,
        FlagSyntax flag,
        string id,
        ProjectRuleContext context
    ) =>
        context.Report(
            build.Build.NameSpan,
            Message(secret: id, service: container.Name),
            FactSteps
                .Of(container.Service)
                .Add(new FactStep(build.Build.NameSpan, "Its image is built here, without the secret."))
                .Add(new FactStep(build.GetSpan(flag), $"The secret '{id}' is mounted here."))
        );

    /// <summary>The secret that a flag mounts, or <c>null</c>.</summary>
    private static string? FindId(FlagSyntax flag, ref bool areAllRead)
    {
        if (flag is not { Name: "mount", Value: { } value })
        {
            return null;
        }

        if (FieldListGrammar.TryParse(value.Text) is not { } fields || value.Text.IndexOf('$') >= 0)
        {
            areAllRead = false;
            return null;
        }

        if (!fields.Any(field => field is { Key: "type", Value: "secret" }))
        {
            return null;
        }

        string? id = fields.LastOrDefault(field => field.Key == "id")?.Value;
        string? target = fields.LastOrDefault(field => field.Key is "target" or "dst" or "destination")?.Value;
        return id is { Length: > 0 } ? id
            : target is { Length: > 0 } ? ProjectPath.GetName(target)
            : null;
    }
}
