using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>What may be written in a Compose file: keys and values of the schema, and names of the project.</summary>
internal sealed class ComposeCompletions
{
    // What Compose takes and the schema has as text of a form.
    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["services.*.restart"] = ["no", "always", "on-failure", "unless-stopped"],
        ["services.*.pull_policy"] = ["always", "missing", "never", "build", "daily", "weekly"],
        ["services.*.network_mode"] = ["none", "bridge", "host"],
        ["services.*.cgroup"] = ["host", "private"],
        ["services.*.ipc"] = ["private", "shareable", "host"],
        ["services.*.pid"] = ["host"],
        ["services.*.cap_drop"] = ["ALL"],
        ["services.*.security_opt"] = ["no-new-privileges:true"],
        ["services.*.logging.driver"] = ["local", "json-file", "journald", "none"],
        ["services.*.depends_on.*.condition"] =
        [
            "service_started",
            "service_healthy",
            "service_completed_successfully",
        ],
        ["networks.*.driver"] = ["bridge", "overlay", "host", "none"],
        ["volumes.*.driver"] = ["local"],
    };

    // Whose names stand in a list or as keys below these.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["services.*.depends_on"] = ComposeSymbols.Services,
        ["services.*.links"] = ComposeSymbols.Services,
        ["services.*.volumes_from"] = ComposeSymbols.Services,
        ["services.*.networks"] = "networks",
        ["services.*.volumes"] = "volumes",
        ["services.*.secrets"] = "secrets",
        ["services.*.build.secrets"] = "secrets",
        ["services.*.configs"] = "configs",
        ["services.*.models"] = "models",
        ["services.*.extends"] = ComposeSymbols.Services,
        ["services.*.extends.service"] = ComposeSymbols.Services,
    };

    private readonly DocumentView _view;
    private readonly int _offset;
    private readonly CancellationToken _cancellation;

    private ComposeCompletions(DocumentView view, int offset, CancellationToken cancellation)
    {
        _view = view;
        _offset = offset;
        _cancellation = cancellation;
    }

    internal static IEnumerable<Proposal> Find(DocumentView view, int offset, CancellationToken cancellation) =>
        new ComposeCompletions(view, offset, cancellation).Find();

    private IEnumerable<Proposal> Find()
    {
        var path = ComposePath.Find(_view.Text, _offset);
        if (FindVariable(path.Prefix) is { } variable)
        {
            return Variables(_offset - variable);
        }

        if (path.Prefix.StartsWith('*'))
        {
            return Anchors(path.Start + 1);
        }

        if (path.Prefix.StartsWith('#'))
        {
            return [];
        }

        string documentation = ComposePath.GetDocumentationPath(
            path.Key is null ? path.Keys : path.Keys.Append(path.Key)
        );
        var proposals = new List<Proposal>();
        if (Names.TryGetValue(documentation, out string? section))
        {
            string suffix = path.Key is null && !path.IsItem ? ":" : "";
            string? own = path.Keys is [ComposeSymbols.Services, var name, ..] ? name : null;
            proposals.AddRange(
                NamesOf(section)
                    .Where(each => section != ComposeSymbols.Services || each != own)
                    .Select(each => new Proposal(each + suffix, CompletionItemKind.Reference, path.Start)
                    {
                        Label = each,
                        Detail = section,
                    })
            );
        }

        SchemaType? type = path.FindType();
        if (Values.TryGetValue(documentation, out string[]? values))
        {
            proposals.AddRange(values.Select(value => new Proposal(value, CompletionItemKind.Value, path.Start)));
        }

        if (documentation == "services.*.image" && path.Key is not null)
        {
            proposals.AddRange(
                WorkspaceImages
                    .Find(_view, _cancellation)
                    .Select(image => new Proposal(image.Image, CompletionItemKind.Reference, path.Start)
                    {
                        Detail = $"used in {image.Path}",
                    })
            );
        }

        if (documentation == "services.*.build.target")
        {
            proposals.AddRange(Stages(path));
        }

        ScalarType? scalar = path.Key is null ? type?.Item?.Scalar : type?.Scalar;
        if (path.Key is not null || path.IsItem)
        {
            proposals.AddRange(
                (scalar?.Values ?? []).Select(value => new Proposal(value, CompletionItemKind.Value, path.Start))
            );
            if (scalar is { AllowsBoolean: true, AllowsInteger: false } && path.Key is not null)
            {
                proposals.AddRange(
                    new[] { "true", "false" }.Select(value => new Proposal(value, CompletionItemKind.Value, path.Start))
                );
            }
        }

        if (path.Key is null)
        {
            proposals.AddRange(Keys(path, type));
        }

        return proposals;
    }

    private static IEnumerable<Proposal> Keys(ComposePath path, SchemaType? type)
    {
        MappingType? mapping = path.IsItem ? type?.Item?.Mapping : type?.Mapping ?? type?.Item?.Mapping;
        foreach ((string key, SchemaType value) in mapping?.Keys ?? [])
        {
            if (key == "version" && path.Keys.Count == 0)
            {
                continue;
            }

            yield return new Proposal(
                value.Scalar is not null ? key + ": " : key + ":",
                CompletionItemKind.Property,
                path.Start
            )
            {
                Label = key,
                Documentation = DocumentationTexts.OfCompose(path.GetDocumentationPath(key)),
            };
        }
    }

    private IEnumerable<string> NamesOf(string section) =>
        ComposeSymbols
            .Find(_view, _cancellation)
            .Where(occurrence => occurrence.Kind == section && occurrence.IsDefinition)
            .Select(occurrence => occurrence.Name)
            .Distinct(StringComparer.Ordinal);

    private IEnumerable<Proposal> Stages(ComposePath path)
    {
        ProjectModel project = _view.GetProject(_cancellation);
        return
            path.Keys is [ComposeSymbols.Services, var name, ..]
            && project.Compose.FindService(name) is { } service
            && project.FindBuild(service)?.Model is { } model
            ? model
                .Stages.Where(stage => stage.Name is not null)
                .Select(stage => new Proposal(stage.Name!, CompletionItemKind.Module, path.Start)
                {
                    Detail = $"stage on {stage.BaseName.DisplayText}",
                })
            : [];
    }

    /// <summary>How much of the name of a variable is written, or <c>null</c>.</summary>
    private static int? FindVariable(string prefix)
    {
        int start = prefix.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(prefix[start - 1]) || prefix[start - 1] == '_'))
        {
            start--;
        }

        return
            (start >= 1 && prefix[start - 1] == '$')
            || (start >= 2 && prefix[start - 1] == '{' && prefix[start - 2] == '$')
            ? prefix.Length - start
            : null;
    }

    private IEnumerable<Proposal> Variables(int start)
    {
        ProjectModel project = _view.GetProject(_cancellation);
        IEnumerable<string> used = ComposeSymbols
            .Find(_view, _cancellation)
            .Where(occurrence =>
                occurrence.Kind == ComposeSymbols.Variable && !occurrence.Span.Span.Contains(_offset - 1)
            )
            .Select(occurrence => occurrence.Name);
        return project
            .Compose.Project.Environment.Names.Concat(used)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => new Proposal(name, CompletionItemKind.Variable, start)
            {
                Detail = project.Compose.Project.Environment.LookUp(name).Value,
            });
    }

    private IEnumerable<Proposal> Anchors(int start) =>
        ComposeSymbols
            .Find(_view, _cancellation)
            .Where(occurrence =>
                occurrence is { Kind: ComposeSymbols.Anchor, IsDefinition: true }
                && occurrence.Span.File.Path == _view.Path
                && occurrence.Span.End < _offset
            )
            .Select(occurrence => new Proposal(occurrence.Span.GetText(), CompletionItemKind.Reference, start));
}
