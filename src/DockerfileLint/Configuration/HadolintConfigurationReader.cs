using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Configuration;

/// <summary>
/// Reads hadolint's configuration keys. Every problem has its place and says what is allowed there; a key without a
/// value is not set.
/// </summary>
internal sealed class HadolintConfigurationReader(YamlSyntaxTree tree, RuleSet rules) : SettingsReader(tree)
{
    internal static readonly string[] Keys =
    [
        "disable-ignore-pragma",
        "failure-threshold",
        "format",
        "formats",
        "ignored",
        "label-schema",
        "no-color",
        "no-fail",
        "override",
        "strict-labels",
        "trustedRegistries",
        "verbose",
    ];

    internal HadolintConfiguration Read()
    {
        HadolintConfiguration configuration = HadolintConfiguration.Empty;
        foreach (YamlPairSyntax pair in ReadDocument(Keys))
        {
            configuration = Read(configuration, pair);
        }

        return configuration;
    }

    private HadolintConfiguration Read(HadolintConfiguration configuration, YamlPairSyntax pair) =>
        pair.Name switch
        {
            "disable-ignore-pragma" => configuration with { DisableIgnorePragma = ReadBoolean(pair) },
            "failure-threshold" => configuration with
            {
                FailureThreshold = ReadWord(pair.Value, pair.Name, HadolintConfiguration.ThresholdNames) is { } word
                    ? HadolintConfiguration.ReadThreshold(word)
                    : null,
            },
            "format" => configuration with
            {
                Formats = ReadWord(pair.Value, pair.Name, HadolintConfiguration.FormatNames) is { } format
                    ? [format]
                    : configuration.Formats,
            },
            "formats" => configuration with
            {
                Formats =
                [
                    .. ReadList(pair)
                        .Select(item => ReadWord(item, pair.Name, HadolintConfiguration.FormatNames))
                        .OfType<string>(),
                ],
            },
            "ignored" => configuration with { Ignored = ReadCodes(pair) },
            "label-schema" => configuration with { LabelSchema = ReadLabels(pair) },
            "no-color" => configuration with { NoColor = ReadBoolean(pair) },
            "no-fail" => configuration with { NoFail = ReadBoolean(pair) },
            "override" => configuration with { Overrides = ReadOverrides(pair) },
            "strict-labels" => configuration with { StrictLabels = ReadBoolean(pair) },
            "trustedRegistries" => configuration with
            {
                TrustedRegistries = [.. ReadList(pair).Select(item => ReadText(item, pair.Name)).OfType<string>()],
            },
            "verbose" => configuration with { Verbose = ReadBoolean(pair) },
            _ => configuration,
        };

    private ImmutableArray<RuleSeverity> ReadOverrides(YamlPairSyntax pair)
    {
        ImmutableArray<RuleSeverity>.Builder overrides = ImmutableArray.CreateBuilder<RuleSeverity>();
        foreach (YamlPairSyntax entry in ReadMapping(pair, HadolintConfiguration.SeverityNames.AsSpan()))
        {
            if (HadolintConfiguration.ReadThreshold(entry.Name ?? "") is { } severity)
            {
                overrides.AddRange(ReadCodes(entry).Select(code => new RuleSeverity(code, severity)));
            }
        }

        return overrides.ToImmutable();
    }

    private ImmutableArray<LabelRequirement> ReadLabels(YamlPairSyntax pair)
    {
        ImmutableArray<LabelRequirement>.Builder labels = ImmutableArray.CreateBuilder<LabelRequirement>();
        foreach (YamlPairSyntax label in ReadMapping(pair, allowed: default))
        {
            if (
                label.Name is { Length: > 0 } name
                && ReadWord(label.Value, name, HadolintConfiguration.LabelTypes) is { } type
            )
            {
                labels.Add(new LabelRequirement(name, type));
            }
        }

        return labels.ToImmutable();
    }

    private ImmutableArray<string> ReadCodes(YamlPairSyntax pair)
    {
        ImmutableArray<string>.Builder codes = ImmutableArray.CreateBuilder<string>();
        foreach (YamlNodeSyntax item in ReadList(pair))
        {
            if (ReadText(item, pair.Name!) is not { } code)
            {
                continue;
            }

            codes.Add(code);
            if (!HadolintConfiguration.IsKnown(code, rules))
            {
                Add(
                    RuleDescriptors.UnknownRuleInConfiguration,
                    item.ContentSpan,
                    UnknownRuleInConfigurationMessages.Default(code)
                );
            }
        }

        return codes.ToImmutable();
    }
}
