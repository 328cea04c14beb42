using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Checks that what services refer to is there, once the project is complete.</summary>
internal sealed class ReferenceChecker(ComposeModel model)
{
    private const string ServicePrefix = "service:";

    // Compose stops at the first; the remedy is the same for all.
    private readonly HashSet<(SourceFile File, string Section, string Name)> _undeclared = [];

    internal void Check(CancellationToken cancellation)
    {
        if (!model.IsComplete || model.IsFragment)
        {
            return;
        }

        foreach (Service service in model.Services)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckDependencies(service);
            CheckNetworks(service);
            CheckVolumes(service);
            CheckItems(service, "secrets", "source", "secrets");
            CheckItems(service, "secrets", "source", "build", "secrets");
            CheckItems(service, "configs", "source", "configs");
            CheckNames(service, "models", service.Value.FindPath("models"));
        }
    }

    private void CheckDependencies(Service service)
    {
        foreach (ServiceDependency dependency in ServiceDependency.Read(service))
        {
            if (!dependency.IsRequired)
            {
                continue;
            }

            CheckService(service, dependency.Key, dependency.Name, dependency.Span, dependency.Via);
            if (model.FindService(dependency.Name) is { } other && model.Project.MayRunWithout(service, other))
            {
                string profiles = string.Join(", ", other.GetTexts("profiles").Select(profile => profile.DisplayText));
                Report(
                    dependency.Span,
                    dependency.Via,
                    UndefinedReferenceMessages.InactiveService(service.Name, other.Name, dependency.Key, profiles)
                );
            }
        }

        foreach (
            ComposeEntry context in ComposeKeyValue.ReadEntries(service.Value.FindPath("build", "additional_contexts"))
        )
        {
            if (
                context.Value is ComposeScalar scalar
                && scalar.Text.TryGetValue(out string? text)
                && text.StartsWith(ServicePrefix, StringComparison.Ordinal)
            )
            {
                CheckService(
                    service,
                    "additional_contexts",
                    text.Substring(ServicePrefix.Length),
                    scalar.Span,
                    scalar.Via
                );
            }
        }
    }

    private void CheckService(Service service, string key, string name, SourceSpan span, ComposeOrigin? via)
    {
        ComposeMapping? services = model.Value?.GetMapping("services");
        if (services?.Find(name) is null)
        {
            string? suggestion = SpellChecker.GetSuggestion(
                name.AsSpan(),
                services
                    ?.Entries.Take(AnalysisBudget.MaxSuggestionCandidates + 1)
                    .Select(entry => entry.Name)
                    .Where(other => other != service.Name)
                    .ToArray()
                    ?? []
            );
            Report(
                span,
                via,
                suggestion is null
                    ? UndefinedReferenceMessages.Service(service.Name, name, key)
                    : UndefinedReferenceMessages.SimilarService(service.Name, name, key, suggestion)
            );
        }
    }

    private void CheckNetworks(Service service)
    {
        ComposeNode? networks = service.Value.FindPath("networks");
        CheckNames(service, "networks", networks);
    }

    private void CheckNames(Service service, string section, ComposeNode? names)
    {
        switch (names)
        {
            case ComposeMapping mapping:
                foreach (ComposeEntry entry in mapping.Entries)
                {
                    CheckName(service, section, entry.Name, entry.NameSpan, entry.Value?.Via ?? mapping.Via);
                }

                break;
            case ComposeSequence list:
                foreach (ComposeNode item in list.Items)
                {
                    CheckText(service, section, item as ComposeScalar);
                }

                break;
        }
    }

    private void CheckVolumes(Service service)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (
                mount is { VolumeDefinition: null, Source: { } source }
                && mount.Kind.IsCertainly(MountKind.Volume)
                && source.TryGetValue(out string? name)
                && name.Length > 0
            )
            {
                CheckName(service, "volumes", name, source.Span, mount.Value.Via);
            }
        }
    }

    /// <summary>Checks items that are names, or hold one.</summary>
    private void CheckItems(Service service, string section, string key, params string[] path)
    {
        foreach (ComposeNode item in service.GetItems(path))
        {
            CheckText(service, section, item as ComposeScalar ?? (item as ComposeMapping)?.GetScalar(key));
        }
    }

    private void CheckText(Service service, string section, ComposeScalar? scalar)
    {
        if (scalar is { IsNull: false } && scalar.Text.TryGetValue(out string? name))
        {
            CheckName(service, section, name, scalar.Span, scalar.Via);
        }
    }

    private void CheckName(Service service, string section, string name, SourceSpan span, ComposeOrigin? via)
    {
        if (model.FindDefinition(section, name) is not null || (section == "networks" && name == "default"))
        {
            return;
        }

        if (via is null && !_undeclared.Add((span.File, section, name)))
        {
            return;
        }

        string[] declared =
            model
                .Value?.GetMapping(section)
                ?.Entries.Take(AnalysisBudget.MaxSuggestionCandidates + 1)
                .Select(entry => entry.Name)
                .ToArray()
            ?? [];
        string? suggestion = SpellChecker.GetSuggestion(name.AsSpan(), declared);
        Report(
            span,
            via,
            suggestion is null
                ? UndefinedReferenceMessages.Default(name, section)
                : UndefinedReferenceMessages.Similar(name, section, suggestion)
        );
    }

    /// <summary>
    /// Reports at the reference, and in each other file of the project that brings it in at the text that does.
    /// </summary>
    private void Report(SourceSpan span, ComposeOrigin? via, DiagnosticMessage message)
    {
        ComposeProjectReader reader = model.Project.Reader;
        reader.Report(span, message);
        var told = new HashSet<string>(StringComparer.Ordinal) { span.File.Path };
        for (ComposeOrigin? step = via; step is not null; step = step.Next)
        {
            if (told.Add(step.Span.File.Path))
            {
                reader.Report(
                    RuleDescriptors.UndefinedReference,
                    step.Span,
                    message,
                    tier: null,
                    new RelatedLocation(span, "The name is written here.")
                );
            }
        }
    }
}
