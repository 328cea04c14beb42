using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>
/// Reads hadolint's configuration keys. Every problem has its place and says what is allowed there; a key without a
/// value is not set.
/// </summary>
internal sealed class HadolintConfigurationReader(YamlSyntaxTree tree, RuleSet rules)
{
    private static readonly string[] Keys =
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

    private readonly List<Notification> _problems = [];

    /// <summary>What was found wrong, in text order.</summary>
    internal ImmutableArray<Notification> GetProblems() =>
        [.. _problems.OrderBy(problem => problem.Location!.Span.Start)];

    internal HadolintConfiguration Read()
    {
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            AddError(diagnostic.Location.Span, InvalidConfigurationMessages.Default(GetText(diagnostic.Location.Span)));
        }

        IReadOnlyList<YamlDocumentSyntax> documents = tree.Root.Documents;
        if (documents.Count > 1)
        {
            AddError(documents[1].Span, InvalidConfigurationMessages.SecondDocument(GetText(documents[1].Span)));
        }

        // Of a file that is no YAML nobody knows what its parts were meant to be.
        if (
            tree.Diagnostics.Length > 0
            || documents.Count == 0
            || documents[0].Content.Resolved is YamlScalarSyntax { IsNull: true }
        )
        {
            return HadolintConfiguration.Empty;
        }

        HadolintConfiguration configuration = HadolintConfiguration.Empty;
        foreach (YamlPairSyntax pair in ReadPairs(documents[0].Content, tree.File.Path, Keys))
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

    /// <summary>The items of a list; none where nothing is given.</summary>
    private IReadOnlyList<YamlNodeSyntax> ReadList(YamlPairSyntax pair)
    {
        switch (pair.Value.Resolved)
        {
            case YamlSequenceSyntax sequence:
                return sequence.Items;
            case YamlScalarSyntax { IsNull: true }:
                return [];
            default:
                AddWrongType(pair.Value, pair.Name!, "a list");
                return [];
        }
    }

    /// <summary>The pairs of a mapping; none where nothing is given.</summary>
    private IEnumerable<YamlPairSyntax> ReadMapping(YamlPairSyntax pair, ReadOnlySpan<string> allowed) =>
        pair.Value.Resolved is YamlScalarSyntax { IsNull: true } ? [] : ReadPairs(pair.Value, pair.Name!, allowed);

    /// <summary>The pairs of a mapping, merged ones included.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="name">What it belongs to, for the message.</param>
    /// <param name="allowed">The keys that it may have; any where there is none.</param>
    private List<YamlPairSyntax> ReadPairs(YamlNodeSyntax node, string name, ReadOnlySpan<string> allowed)
    {
        if (node.Resolved is not YamlMappingSyntax mapping)
        {
            AddWrongType(node, name, "keys with values");
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlPairSyntax pair in mapping.Pairs)
        {
            if (!pair.IsMerge && pair.Name is { } key && !seen.Add(key))
            {
                AddError(pair.Key.ContentSpan, InvalidConfigurationMessages.RepeatedKey(key));
            }
        }

        var pairs = new List<YamlPairSyntax>();
        foreach (YamlPairSyntax pair in mapping.GetEffectivePairs())
        {
            if (pair.Name is null || (!allowed.IsEmpty && allowed.IndexOf(pair.Name) < 0))
            {
                string[] names = allowed.ToArray();
                AddError(
                    pair.Key.ContentSpan,
                    InvalidConfigurationMessages.UnknownKey(GetText(pair.Key.ContentSpan), string.Join(", ", names))
                );
            }
            else
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    private bool? ReadBoolean(YamlPairSyntax pair)
    {
        // hadolint's reader follows YAML 1.1, where these words are truth values too.
        switch ((pair.Value.Resolved as YamlScalarSyntax)?.Value.ToLowerInvariant())
        {
            case "true" or "yes" or "on":
                return true;
            case "false" or "no" or "off":
                return false;
            default:
                if (pair.Value.Resolved is not YamlScalarSyntax { IsNull: true })
                {
                    AddWrongType(pair.Value, pair.Name!, "true or false");
                }

                return null;
        }
    }

    /// <summary>A text that is one of a list; <c>null</c> where it is not, or nothing is given.</summary>
    private string? ReadWord(YamlNodeSyntax node, string name, ImmutableArray<string> allowed)
    {
        if (
            node.Resolved is YamlScalarSyntax { IsNull: true, Style: YamlScalarStyle.Plain }
            && node.Parent is YamlPairSyntax
        )
        {
            return null;
        }

        if (ReadText(node, name) is not { } word)
        {
            return null;
        }

        if (allowed.Contains(word))
        {
            return word;
        }

        AddError(node.ContentSpan, InvalidConfigurationMessages.UnknownValue(word, name, string.Join(", ", allowed)));
        return null;
    }

    private string? ReadText(YamlNodeSyntax node, string name)
    {
        if (node.Resolved is YamlScalarSyntax { IsNull: false, Value.Length: > 0 } scalar)
        {
            return scalar.Value;
        }

        AddWrongType(node, name, "a text");
        return null;
    }

    private void AddWrongType(YamlNodeSyntax node, string name, string expected)
    {
        string actual = node.Resolved switch
        {
            YamlMappingSyntax => "keys with values",
            YamlSequenceSyntax => "a list",
            YamlScalarSyntax { IsNull: false } => GetText(node.ContentSpan),
            _ => "nothing",
        };
        AddError(node.ContentSpan, InvalidConfigurationMessages.WrongType(name, actual, expected));
    }

    private void AddError(TextSpan span, DiagnosticMessage message) =>
        Add(RuleDescriptors.InvalidConfiguration, span, message);

    private void Add(RuleDescriptor rule, TextSpan span, DiagnosticMessage message) =>
        _problems.Add(new Notification(rule, message, tree.File.Path, new Location(new SourceSpan(tree.File, span))));

    /// <summary>The start of a span's first line.</summary>
    private string GetText(TextSpan span)
    {
        string text = tree.Text.ToString(
            new TextSpan(span.Start, Math.Min(span.Length, AnalysisBudget.MaxQuoteLength))
        );
        int end = text.IndexOfAny(['\n', '\r']);
        return end < 0 ? text : text.Substring(0, end);
    }
}
