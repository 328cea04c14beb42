using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose.Schema;

/// <summary>
/// Finds keys that are valid each for itself, but which Compose refuses together. Looks at effective services, and
/// speaks of what the project's own files say.
/// </summary>
internal sealed class ComposeConsistencyChecker
{
    /// <summary>
    /// Lists that files append to each other without a look at what is there already, though no item may stand in them
    /// twice.
    /// </summary>
    private static readonly string[] AppendedLists =
    [
        "security_opt",
        "group_add",
        "external_links",
        "device_cgroup_rules",
        "volumes_from",
    ];

    private readonly ComposeModel _model;
    private readonly List<Diagnostic> _diagnostics;
    private readonly HashSet<(string Path, TextSpan Span)> _reported = [];

    // Files whose services stand at top level are refused as a whole.
    private readonly HashSet<string> _judged;

    private ComposeConsistencyChecker(ComposeModel model, List<Diagnostic> diagnostics)
    {
        _model = model;
        _diagnostics = diagnostics;
        _judged = new HashSet<string>(
            model.Files.Where(file => !file.IsLegacyLayout).Select(file => file.Tree.File.Path),
            StringComparer.Ordinal
        );
    }

    internal static void Check(ComposeModel model, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var checker = new ComposeConsistencyChecker(model, diagnostics);
        foreach (Service service in model.Services)
        {
            cancellation.ThrowIfCancellationRequested();
            checker.CheckService(service);
        }

        foreach (ComposeFileSyntax file in model.Files)
        {
            bool isPartial = model.Project.IsOverride(file) || !file.Tree.Diagnostics.IsEmpty;
            foreach (YamlMappingSyntax root in file.Roots)
            {
                checker.CheckExternals(root);
                checker.CheckContents(root, "secrets", ["file", "environment"], isPartial);
                checker.CheckContents(root, "configs", ["file", "environment", "content"], isPartial);
            }
        }
    }

    private void CheckService(Service service)
    {
        if (service.Value.Find("build") is not null)
        {
            CheckBuild(service);
        }

        if (
            service.Value.FindPath("healthcheck", "test")
                is ComposeSequence { Items: [ComposeScalar { IsNull: false } first, ..] }
            && first.Text.Whole.TryGetKnown(out string? word)
            && word is not ("CMD" or "CMD-SHELL" or "NONE")
        )
        {
            Report(first.Text.Span, SchemaViolationMessages.TestPrefix(service.Name, word));
        }

        CheckScale(service);
        CheckMounts(service);
        CheckAppendedLists(service);
        if (service.Value.Find("develop") is not null)
        {
            CheckWatches(service);
        }

        foreach (
            ComposeNode device in service
                .GetItems("deploy", "resources", "reservations", "devices")
                .Concat(service.GetItems("gpus"))
        )
        {
            if (
                device is ComposeMapping request
                && request.Find("count") is { } count
                && request.Find("device_ids") is not null
            )
            {
                Report(
                    count.NameSpan,
                    SchemaViolationMessages.ExclusiveKeys("count", "device_ids", $"services.{service.Name}")
                );
            }
        }
    }

    private void CheckBuild(Service service)
    {
        if (
            service.GetText("build", "dockerfile").MayBe(path => path.Length > 0)
            && service.Value.GetMapping("build")?.Find("dockerfile_inline")
                is { Value: ComposeScalar { IsNull: false } } inline
        )
        {
            Report(
                inline.NameSpan,
                SchemaViolationMessages.ExclusiveKeys(
                    "dockerfile_inline",
                    "dockerfile",
                    $"services.{service.Name}.build"
                )
            );
        }

        foreach (ComposeKeyValue context in service.GetKeyValues("build", "additional_contexts"))
        {
            if (
                context.Text?.Whole.TryGetKnown(out string? value) == true
                && value.StartsWith("service:", StringComparison.Ordinal)
                && _model.FindService(value.Substring("service:".Length)) is { } other
                && other.Value.Find("build") is null
                && other.Value.Find("extends") is null
            )
            {
                Report(context.ValueSpan, SchemaViolationMessages.ContextNotBuilt(service.Name, other.Name));
            }
        }

        if (
            service.GetText("platform") is { } platform
            && platform.TryGetKnown(out string? wanted)
            && wanted.Length > 0
        )
        {
            List<Fact<string>> platforms = [.. service.GetTexts("build", "platforms")];
            if (
                platforms.Count > 0
                && platforms.TrueForAll(built => built.TryGetKnown(out string? name) && name != wanted)
            )
            {
                Report(platform.Span, SchemaViolationMessages.MissingPlatform(service.Name, wanted));
            }
        }
    }

    private void CheckScale(Service service)
    {
        Fact<string>? scale = service.GetText("scale");
        Fact<string>? replicas = service.GetText("deploy", "replicas");
        if (scale.TryGetKnown(out string? own) && replicas.TryGetKnown(out string? deployed) && own != deployed)
        {
            Report(scale!.Value.Span, SchemaViolationMessages.ScaleMismatch(service.Name));
        }

        Fact<string>? count = scale ?? replicas;
        if (
            count.TryGetKnown(out string? text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int times)
            && times > 1
            && service.Value.Find("container_name") is { } name
            && service.GetText("container_name") is not null
        )
        {
            Report(name.NameSpan, SchemaViolationMessages.ScaledContainerName(service.Name, text));
        }
    }

    private void CheckMounts(Service service)
    {
        foreach (ComposeNode item in service.GetItems("volumes"))
        {
            if (
                item is ComposeMapping mount
                && mount.Find("source") is null
                && mount.GetScalar("type") is { } type
                && type.Text.Whole.IsCertainly("bind")
            )
            {
                Report(type.Span, SchemaViolationMessages.BindWithoutSource(service.Name));
            }
        }

        if (service.Value.Find("tmpfs") is null)
        {
            return;
        }

        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (Mount mount in service.Mounts)
        {
            if (!mount.Kind.IsCertainly(MountKind.Tmpfs) && mount.Target.TryGetKnown(out string? target))
            {
                targets.Add(target);
            }
        }

        foreach (Mount mount in service.Mounts)
        {
            if (
                mount.Target is { } target
                && mount.Kind.IsCertainly(MountKind.Tmpfs)
                && target.TryGetKnown(out string? path)
                && targets.Contains(path)
            )
            {
                Report(target.Span, SchemaViolationMessages.RepeatedTarget(service.Name, path));
            }
        }
    }

    private void CheckAppendedLists(Service service)
    {
        foreach (string key in AppendedLists)
        {
            if (service.Value.FindPath(key) is not ComposeSequence { Items.Count: > 1 } list)
            {
                continue;
            }

            var seen = new Dictionary<(string Text, YamlScalarKind Kind), ComposeScalar>();
            foreach (ComposeNode item in list.Items)
            {
                if (
                    item is not ComposeScalar { IsNull: false } scalar
                    || !scalar.Text.Whole.TryGetKnown(out string? text)
                )
                {
                    continue;
                }

                var value = (text, scalar.Scalar.Kind);
                if (!seen.TryGetValue(value, out ComposeScalar? first))
                {
                    seen.Add(value, scalar);
                }
                else if (first.Syntax.Parent != scalar.Syntax.Parent || first.Syntax == scalar.Syntax)
                {
                    // Within one list the schema says so.
                    Report(
                        scalar.Span,
                        SchemaViolationMessages.RepeatedInProject(text, key, service.Name),
                        new RelatedLocation(first.Span, "It stands here already.")
                    );
                }
            }
        }
    }

    private void CheckWatches(Service service)
    {
        foreach (ComposeNode item in service.GetItems("develop", "watch"))
        {
            if (
                item is ComposeMapping watch
                && watch.GetScalar("action") is { } action
                && action.Text.TryGetValue(out string? does)
                && does is "sync" or "sync+restart" or "sync+exec"
                && watch.GetScalar("target") is null
            )
            {
                Report(action.Span, SchemaViolationMessages.WatchWithoutTarget(service.Name, does));
            }
        }
    }

    private void CheckExternals(YamlMappingSyntax root)
    {
        foreach (string section in new[] { "volumes", "networks", "secrets", "configs" })
        {
            foreach (YamlPairSyntax definition in root.GetMapping(section)?.GetEffectivePairs() ?? [])
            {
                if (definition.Value.Resolved is not YamlMappingSyntax volume || !IsExternal(volume))
                {
                    continue;
                }

                bool hasName = volume.Find("name") is not null;
                foreach (YamlPairSyntax pair in volume.GetEffectivePairs())
                {
                    if (
                        pair.Name == "external"
                        && pair.Value.Resolved is YamlMappingSyntax external
                        && external.Find("name") is not null
                        && hasName
                    )
                    {
                        Report(
                            At(pair.Key),
                            SchemaViolationMessages.ExclusiveKeys(
                                "external.name",
                                "name",
                                $"{section}.{definition.Name}"
                            )
                        );
                    }
                    else if (
                        section == "volumes"
                        && pair.Name is { } key
                        && key is "driver" or "driver_opts" or "labels"
                    )
                    {
                        Report(
                            At(pair.Key),
                            SchemaViolationMessages.ExternalWithKey($"{section}.{definition.Name}", pair.Name!)
                        );
                    }
                }
            }
        }
    }

    private void CheckContents(YamlMappingSyntax root, string section, string[] keys, bool isPartial)
    {
        foreach (YamlPairSyntax definition in root.GetMapping(section)?.GetEffectivePairs() ?? [])
        {
            if (definition.Value.Resolved is not YamlMappingSyntax content || IsExternal(content))
            {
                continue;
            }

            YamlPairSyntax? first = null;
            foreach (string key in keys)
            {
                YamlPairSyntax? found = content.Find(key);
                if (first is not null && found is not null)
                {
                    Report(
                        At(found.Key),
                        SchemaViolationMessages.ExclusiveKeys(key, first.Name!, $"{section}.{definition.Name}")
                    );
                }

                first ??= found;
            }

            if (
                first is null
                && !isPartial
                && content.Find("driver") is null
                && content.Find("template_driver") is null
                && content.Find("external") is null
                && !(
                    content.Pairs.Count > 0
                    && content.Pairs.All(pair => pair.Name is { } name && ComposeFileSyntax.IsExtension(name))
                )
            )
            {
                Report(
                    At(definition.Key),
                    SchemaViolationMessages.NoContent($"{section}.{definition.Name}", string.Join(", ", keys))
                );
            }
        }
    }

    private static bool IsExternal(YamlMappingSyntax definition) =>
        definition.FindValue("external") switch
        {
            YamlMappingSyntax => true,
            YamlScalarSyntax scalar => scalar.Value.ToLowerInvariant() is "true" or "yes" or "y" or "on",
            _ => false,
        };

    private static SourceSpan At(YamlNodeSyntax node) => new(node.Tree.File, node.ContentSpan);

    private void Report(SourceSpan span, DiagnosticMessage message, params RelatedLocation[] related)
    {
        // One anchor can serve many services.
        if (_judged.Contains(span.File.Path) && _reported.Add((span.File.Path, span.Span)))
        {
            _diagnostics.Add(
                new Diagnostic(RuleDescriptors.SchemaViolation, new Location(span), message)
                {
                    RelatedLocations = [.. related],
                }
            );
        }
    }
}
