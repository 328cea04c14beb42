using System.Collections.Immutable;
using System.Text.Json;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>Writes how a file is linted, and of each setting which file, and which place in it, decides.</summary>
internal static class ConfigurationJson
{
    private const string Default = "default";

    internal static void Write(Utf8JsonWriter writer, string path, FileConfiguration configuration, RuleLookup rules)
    {
        ConfigurationFile? own = configuration.Own?.File;
        var configurator = new FileConfigurator { Rules = rules };
        FileSettings settings = configurator.Configure(configuration);
        writer.WriteStartObject();
        writer.WriteString("path", path);
        writer.WriteStartArray("files");
        foreach (string file in GetFiles(configuration))
        {
            writer.WriteStringValue(file);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("settings");
        WriteSetting(
            writer,
            ConfigurationKeys.Extends,
            own is { Presets.IsEmpty: false }
                ? string.Join(", ", own.Presets.Select(preset => preset.Value))
                : Preset.Default,
            own is { Presets.IsEmpty: false } ? Show(own.Presets[^1].Location) : Default
        );
        WriteSetting(
            writer,
            ConfigurationKeys.Edition,
            settings.Edition?.ToString() ?? "latest",
            own?.Find(layer => layer.Edition)?.Location
        );
        WriteSetting(
            writer,
            ConfigurationKeys.Target,
            ToText(settings.Linter.Options.Target),
            own?.Find(layer => layer.Target)?.Location
        );
        WriteSetting(
            writer,
            ConfigurationKeys.FailOn,
            settings.FailOn is { } failOn ? ToText(failOn) : "none",
            own?.Find(layer => layer.FailOn)?.Location is { } location ? Show(location)
                : configuration.Hadolint is { Configuration: { FailureThreshold: not null } or { NoFail: true } } theirs
                    ? theirs.Path
                : Default
        );
        WriteSetting(
            writer,
            ConfigurationKeys.MinSeverity,
            ToText(settings.MinSeverity),
            own?.Find(layer => layer.MinSeverity)?.Location
        );
        WriteSetting(
            writer,
            ConfigurationKeys.MinPrecision,
            ConfigurationKeys.Precisions[(int)settings.MinPrecision],
            own?.Find(layer => layer.MinPrecision)?.Location
        );
        writer.WriteEndObject();
        WriteList(writer, ConfigurationKeys.TrustedImages, own, layer => layer.TrustedImages);
        WriteList(writer, ConfigurationKeys.Exclude, own, layer => layer.Excluded);
        WriteRules(writer, configuration, settings.Linter.Options.Rules, configurator.LoadPresets(own));
        WriteSuppressions(writer, configuration.Own);
        writer.WriteEndObject();
    }

    private static IEnumerable<string> GetFiles(FileConfiguration configuration)
    {
        foreach (string path in configuration.Own?.File.Files ?? [])
        {
            yield return path;
        }

        if (configuration.Hadolint is { } hadolint)
        {
            yield return hadolint.Path;
        }
    }

    private static void WriteRules(
        Utf8JsonWriter writer,
        FileConfiguration configuration,
        RuleSet rules,
        RuleSet presets
    )
    {
        RuleSet afterHadolint = configuration.Hadolint?.Configuration.ApplyTo(presets) ?? presets;
        var entries = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (
            RuleEntry entry in (configuration.Own?.File.Collect(layer => layer.Rules) ?? []).Concat(
                configuration.Own?.Overrides.SelectMany(part => part.Rules) ?? []
            )
        )
        {
            foreach (RuleDescriptor rule in entry.Rules)
            {
                entries[rule.Id] = entry.Location;
            }
        }

        string preset = configuration.Own?.File.Presets is [.., { } last] ? last.Value : Preset.Default;
        writer.WriteStartArray("rules");
        foreach (RuleDescriptor rule in rules.Descriptors.Where(rule => rule.Kind != RuleKind.Notification))
        {
            bool isOfHadolint = afterHadolint.GetSeverity(rule) != presets.GetSeverity(rule);
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteString("name", rule.Name);
            writer.WriteString("severity", ToText(rules.GetSeverity(rule)));
            foreach (RuleTier tier in rule.Tiers)
            {
                writer.WriteString($"severity.{tier.Name}", ToText(rules.GetSeverity(rule, tier.Name)));
            }

            writer.WriteString(
                "from",
                entries.TryGetValue(rule.Id, out Location? location) ? Show(location)
                    : isOfHadolint ? configuration.Hadolint!.Path
                    : $"preset {preset}"
            );
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSuppressions(Utf8JsonWriter writer, ScopedConfiguration? own)
    {
        writer.WriteStartArray(ConfigurationKeys.Suppressions);
        foreach (PathSuppression suppression in own?.Suppressions ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("rules", string.Join(", ", suppression.Rules.Select(rule => rule.Id)));
            writer.WriteString("reason", suppression.Suppression.Justification);
            writer.WriteString("from", Show(suppression.Suppression.Location));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteList(
        Utf8JsonWriter writer,
        string key,
        ConfigurationFile? own,
        Func<ConfigurationLayer, ImmutableArray<Setting<string>>> get
    )
    {
        writer.WriteStartArray(key);
        foreach (Setting<string> setting in own?.Collect(get) ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("value", setting.Value);
            writer.WriteString("from", Show(setting.Location));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSetting(Utf8JsonWriter writer, string key, string value, Location? location) =>
        WriteSetting(writer, key, value, location is null ? Default : Show(location));

    private static void WriteSetting(Utf8JsonWriter writer, string key, string value, string origin)
    {
        writer.WriteStartObject(key);
        writer.WriteString("value", value);
        writer.WriteString("from", origin);
        writer.WriteEndObject();
    }

    private static string Show(Location location) => location.ToString();

    private static string ToText<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
