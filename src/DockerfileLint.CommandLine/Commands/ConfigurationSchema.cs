using System.Collections.Immutable;
using System.Text.Json;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The JSON schema of <c>.dockerfile-lint.yaml</c>, made of the rules and the keys.</summary>
internal static class ConfigurationSchema
{
    internal const string Address =
        "https://raw.githubusercontent.com/dockerfilelint/dockerfilelint/main/schemas/dockerfile-lint.schema.json";

    /// <summary>Writes the schema.</summary>
    internal static void Write(Utf8JsonWriter writer, RuleSet rules)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("$id", Address);
        writer.WriteString("title", "Configuration of dockerfile-lint");
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", value: false);
        writer.WriteStartObject("properties");
        foreach (string key in ConfigurationKeys.All)
        {
            WriteProperty(writer, key);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("$defs");
        WriteTexts(writer, "texts", description: null);
        WriteRules(writer, rules);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter writer, string key)
    {
        switch (key)
        {
            case ConfigurationKeys.Extends:
                WriteReference(
                    writer,
                    key,
                    "texts",
                    $"Presets ({string.Join(", ", Preset.Names)}) and files with a path from here, the strongest last."
                );
                break;
            case ConfigurationKeys.Edition:
                writer.WriteStartObject(key);
                writer.WriteString(
                    "description",
                    "The edition whose rules may fail the run; later ones are in preview."
                );
                writer.WriteStartArray("anyOf");
                WriteInline(writer, () => writer.WriteString("const", "latest"));
                WriteInline(
                    writer,
                    () =>
                    {
                        writer.WriteStartArray("type");
                        writer.WriteStringValue("number");
                        writer.WriteStringValue("string");
                        writer.WriteEndArray();
                        writer.WriteString("pattern", "^[0-9]{4}\\.[1-9][0-9]*$");
                    }
                );
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case ConfigurationKeys.Target:
                WriteChoice(writer, key, "What runs the Compose files.", ConfigurationKeys.Targets);
                break;
            case ConfigurationKeys.FailOn:
                WriteChoice(writer, key, "The lowest severity that fails the run.", ConfigurationKeys.Thresholds);
                break;
            case ConfigurationKeys.MinSeverity:
                WriteChoice(writer, key, "The lowest severity that is reported.", ConfigurationKeys.Severities);
                break;
            case ConfigurationKeys.MinPrecision:
                WriteChoice(writer, key, "The lowest precision that is reported.", ConfigurationKeys.Precisions);
                break;
            case ConfigurationKeys.TrustedImages:
                WriteReference(writer, key, "texts", "Images and registries that may be used, '*' for any characters.");
                break;
            case ConfigurationKeys.Files:
                writer.WriteStartObject(key);
                WriteObject(
                    writer,
                    "Files to find beside those with the usual names, by language.",
                    "texts",
                    ConfigurationKeys.Languages
                );
                writer.WriteEndObject();
                break;
            case ConfigurationKeys.Exclude:
                WriteReference(writer, key, "texts", "Files and folders to leave out, with patterns as in .gitignore.");
                break;
            case ConfigurationKeys.HonorComments:
                writer.WriteStartObject(key);
                writer.WriteString("description", "Other tools whose suppressing comments count.");
                writer.WriteString("type", "array");
                writer.WriteStartObject("items");
                WriteEnum(writer, ConfigurationKeys.CommentDialects);
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case ConfigurationKeys.Rules:
                WriteReference(
                    writer,
                    key,
                    "rules",
                    "What is said of a rule, by its id or name, or of several, by a prefix and '*'."
                );
                break;
            case ConfigurationKeys.Overrides:
                WriteEntries(
                    writer,
                    key,
                    "What is said of the rules for some files.",
                    ConfigurationKeys.OverrideKeys,
                    ConfigurationKeys.Files
                );
                break;
            case ConfigurationKeys.Suppressions:
                WriteEntries(
                    writer,
                    key,
                    "Findings that do not count.",
                    ConfigurationKeys.SuppressionKeys,
                    ConfigurationKeys.Rules
                );
                break;
            default:
                throw new ArgumentException($"'{key}' has no schema.", nameof(key));
        }
    }

    private static void WriteEntries(
        Utf8JsonWriter writer,
        string key,
        string description,
        ImmutableArray<string> keys,
        string required
    )
    {
        writer.WriteStartObject(key);
        writer.WriteString("description", description);
        writer.WriteString("type", "array");
        writer.WriteStartObject("items");
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", value: false);
        writer.WriteStartArray("required");
        writer.WriteStringValue(required);
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        foreach (string each in keys)
        {
            switch (each)
            {
                case ConfigurationKeys.Rules when key == ConfigurationKeys.Overrides:
                    WriteReference(writer, each, "rules", description: null);
                    break;
                case "reason":
                    WriteType(writer, each, "string", "Why.");
                    break;
                case "until":
                    WriteType(writer, each, "string", "The last day, such as 2027-01-31.");
                    break;
                default:
                    WriteReference(writer, each, "texts", description: null);
                    break;
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter writer, RuleSet rules)
    {
        writer.WriteStartObject("severity");
        WriteEnum(writer, SeverityWord.All);
        writer.WriteEndObject();
        writer.WriteStartObject("rules");
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", value: false);
        writer.WriteStartObject("patternProperties");
        writer.WriteStartObject("^[A-Z0-9]*\\*$|^SC[0-9]{4}$");
        writer.WriteString("$ref", "#/$defs/severity");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        foreach (RuleDescriptor rule in rules.Descriptors.Where(rule => !RuleEntry.IsFixed(rule)))
        {
            WriteRule(writer, rule, rule.Id);
            WriteRule(writer, rule, rule.Name);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, RuleDescriptor rule, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteString("description", rule.Title);
        writer.WriteStartArray("anyOf");
        WriteInline(writer, () => writer.WriteString("$ref", "#/$defs/severity"));
        WriteInline(
            writer,
            () =>
            {
                writer.WriteString("type", "object");
                writer.WriteBoolean("additionalProperties", value: false);
                writer.WriteStartObject("properties");
                WriteReference(writer, "severity", "severity", description: null);
                if (!rule.Behaviours.IsEmpty)
                {
                    WriteChoice(
                        writer,
                        "behaviour",
                        "Whose behaviour the rule has.",
                        [.. rule.Behaviours.Insert(0, RuleBehaviour.Own).Select(RuleSetReader.GetName)]
                    );
                }

                if (!rule.Options.IsEmpty)
                {
                    writer.WriteStartObject("options");
                    writer.WriteString("type", "object");
                    writer.WriteBoolean("additionalProperties", value: false);
                    writer.WriteStartObject("properties");
                    foreach (RuleOption option in rule.Options)
                    {
                        WriteOption(writer, option);
                    }

                    writer.WriteEndObject();
                    writer.WriteEndObject();
                }

                writer.WriteEndObject();
            }
        );
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter writer, RuleOption option)
    {
        switch (option)
        {
            case RuleOption<ImmutableArray<string>>:
                WriteReference(writer, option.Name, "texts", description: null);
                break;
            case RuleOption<bool>:
                WriteType(writer, option.Name, "boolean", description: null);
                break;
            case RuleOption<int> when option.Allowed.StartsWith("a whole number", StringComparison.Ordinal):
                WriteType(writer, option.Name, "integer", option.Allowed);
                break;
            case RuleOption<string>:
                WriteType(writer, option.Name, "string", description: null);
                break;
            default:
                WriteChoice(writer, option.Name, description: null, [.. option.Allowed.Split(", ")]);
                break;
        }
    }

    private static void WriteObject(
        Utf8JsonWriter writer,
        string description,
        string reference,
        ImmutableArray<string> keys
    )
    {
        writer.WriteString("description", description);
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", value: false);
        writer.WriteStartObject("properties");
        foreach (string key in keys)
        {
            WriteReference(writer, key, reference, description: null);
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, string? description)
    {
        writer.WriteStartObject(name);
        if (description is not null)
        {
            writer.WriteString("description", description);
        }

        writer.WriteStartArray("anyOf");
        WriteInline(writer, () => writer.WriteString("type", "string"));
        WriteInline(
            writer,
            () =>
            {
                writer.WriteString("type", "array");
                writer.WriteStartObject("items");
                writer.WriteString("type", "string");
                writer.WriteEndObject();
                writer.WriteNumber("maxItems", Text.AnalysisBudget.MaxConfigurationEntries);
            }
        );
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter writer, string key, string definition, string? description)
    {
        writer.WriteStartObject(key);
        if (description is not null)
        {
            writer.WriteString("description", description);
        }

        writer.WriteString("$ref", "#/$defs/" + definition);
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, string key, string type, string? description)
    {
        writer.WriteStartObject(key);
        if (description is not null)
        {
            writer.WriteString("description", description);
        }

        writer.WriteString("type", type);
        writer.WriteEndObject();
    }

    private static void WriteChoice(
        Utf8JsonWriter writer,
        string key,
        string? description,
        ImmutableArray<string> words
    )
    {
        writer.WriteStartObject(key);
        if (description is not null)
        {
            writer.WriteString("description", description);
        }

        WriteEnum(writer, words);
        writer.WriteEndObject();
    }

    private static void WriteEnum(Utf8JsonWriter writer, ImmutableArray<string> words)
    {
        writer.WriteStartArray("enum");
        foreach (string word in words)
        {
            writer.WriteStringValue(word);
        }

        writer.WriteEndArray();
    }

    private static void WriteInline(Utf8JsonWriter writer, Action write)
    {
        writer.WriteStartObject();
        write();
        writer.WriteEndObject();
    }
}
