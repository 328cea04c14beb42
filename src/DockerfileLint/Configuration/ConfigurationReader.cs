using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>Reads one <c>.dockerfile-lint.yaml</c>; a key without a value is not set.</summary>
/// <param name="tree">The file.</param>
/// <param name="rules">The rules that it may name.</param>
/// <param name="today">The day on which <c>until</c> is judged; without it nothing ends.</param>
internal sealed class ConfigurationReader(YamlSyntaxTree tree, RuleSet rules, DateTimeOffset? today)
    : SettingsReader(tree)
{
    private const string LatestEdition = "latest";

    internal ConfigurationLayer Read()
    {
        var layer = new ConfigurationLayer();
        foreach (YamlPairSyntax pair in ReadDocument(ConfigurationKeys.All.AsSpan()))
        {
            layer = Read(layer, pair);
        }

        return layer;
    }

    private ConfigurationLayer Read(ConfigurationLayer layer, YamlPairSyntax pair) =>
        pair.Name switch
        {
            ConfigurationKeys.Extends => layer with { Extended = ReadTexts(pair) },
            ConfigurationKeys.Edition => layer with { Edition = ReadEdition(pair) },
            ConfigurationKeys.Target => layer with
            {
                Target = ReadChoice(
                    pair,
                    ConfigurationKeys.Targets,
                    word => word == "swarm" ? ComposeTarget.Swarm : ComposeTarget.Compose
                ),
            },
            ConfigurationKeys.FailOn => layer with
            {
                FailOn = ReadChoice(pair, ConfigurationKeys.Thresholds, ReadSeverity),
            },
            ConfigurationKeys.MinSeverity => layer with
            {
                MinSeverity = ReadChoice(pair, ConfigurationKeys.Severities, ReadSeverity),
            },
            ConfigurationKeys.MinPrecision => layer with
            {
                MinPrecision = ReadChoice(
                    pair,
                    ConfigurationKeys.Precisions,
                    word => (RulePrecision)ConfigurationKeys.Precisions.IndexOf(word)
                ),
            },
            ConfigurationKeys.TrustedImages => layer with { TrustedImages = ReadTexts(pair) },
            ConfigurationKeys.Files => ReadFiles(layer, pair),
            ConfigurationKeys.Exclude => layer with { Excluded = ReadTexts(pair) },
            ConfigurationKeys.HonorComments => layer with { HonoredComments = ReadTools(pair) },
            ConfigurationKeys.Rules => layer with { Rules = ReadRules(pair) },
            ConfigurationKeys.Overrides => layer with { Overrides = ReadOverrides(pair) },
            ConfigurationKeys.Suppressions => layer with { Suppressions = ReadSuppressions(pair) },
            _ => layer,
        };

    private static Severity ReadSeverity(string word) =>
        word switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            "style" => Severity.Style,
            _ => Severity.Off,
        };

    private Setting<T> Set<T>(T value, YamlNodeSyntax node) => new(value, At(node.ContentSpan));

    private Setting<T>? ReadChoice<T>(YamlPairSyntax pair, ImmutableArray<string> allowed, Func<string, T> read) =>
        ReadWord(pair.Value, pair.Name!, allowed) is { } word ? Set(read(word), pair.Value) : null;

    private Setting<Edition?>? ReadEdition(YamlPairSyntax pair)
    {
        if (
            pair.Value.Resolved is YamlScalarSyntax { IsNull: true }
            || ReadText(pair.Value, pair.Name!) is not { } text
        )
        {
            return null;
        }

        if (text == LatestEdition)
        {
            return Set<Edition?>(value: null, pair.Value);
        }

        if (Diagnostics.Edition.TryParse(text, out Edition edition))
        {
            return Set<Edition?>(edition, pair.Value);
        }

        AddUnknownValue(pair.Value, text, pair.Name!, [Diagnostics.Edition.First.ToString(), LatestEdition]);
        return null;
    }

    private ConfigurationLayer ReadFiles(ConfigurationLayer layer, YamlPairSyntax pair)
    {
        foreach (YamlPairSyntax language in ReadMapping(pair, ConfigurationKeys.Languages.AsSpan()))
        {
            ImmutableArray<Setting<string>> patterns = ReadTexts(language);
            layer =
                language.Name == ConfigurationKeys.Languages[0]
                    ? layer with
                    {
                        Dockerfiles = patterns,
                    }
                    : layer with
                    {
                        ComposeFiles = patterns,
                    };
        }

        return layer;
    }

    private ImmutableArray<Setting<string>> ReadTools(YamlPairSyntax pair)
    {
        ImmutableArray<Setting<string>>.Builder tools = ImmutableArray.CreateBuilder<Setting<string>>();
        foreach (YamlNodeSyntax item in ReadItems(pair))
        {
            if (ReadWord(item, pair.Name!, ConfigurationKeys.CommentDialects) is { } tool)
            {
                tools.Add(Set(tool, item));
            }
        }

        return tools.ToImmutable();
    }

    private ImmutableArray<RuleEntry> ReadRules(YamlPairSyntax pair)
    {
        ImmutableArray<RuleEntry>.Builder entries = ImmutableArray.CreateBuilder<RuleEntry>();
        foreach (YamlPairSyntax entry in ReadMapping(pair, allowed: default))
        {
            if (FindRules(entry.Key, entry.Name ?? "") is { IsEmpty: false } named)
            {
                entries.Add(ReadRule(entry, named));
            }
        }

        return entries.ToImmutable();
    }

    private RuleEntry ReadRule(YamlPairSyntax pair, ImmutableArray<RuleDescriptor> named)
    {
        var entry = new RuleEntry(pair.Name!, named, At(pair.Key.ContentSpan));
        if (pair.Value.Resolved is YamlScalarSyntax { IsNull: false })
        {
            return entry with { Severity = ReadSeverityWord(pair.Value, entry) };
        }

        if (pair.Value.Resolved is not YamlMappingSyntax)
        {
            AddWrongType(pair.Value, pair.Name!, "a severity, or severity, behaviour and options");
            return entry;
        }

        foreach (YamlPairSyntax part in ReadPairs(pair.Value, pair.Name!, ConfigurationKeys.RuleKeys.AsSpan()))
        {
            entry = part.Name switch
            {
                "severity" => entry with { Severity = ReadSeverityWord(part.Value, entry) },
                "behaviour" => entry with { Behaviour = ReadBehaviour(part, named) },
                _ => entry with { Options = ReadOptions(part, entry) },
            };
        }

        return entry;
    }

    private string? ReadSeverityWord(YamlNodeSyntax value, RuleEntry entry)
    {
        string? word = ReadWord(value, entry.Name, SeverityWord.All);
        if (
            word is not null
            && !IsPattern(entry.Name)
            && entry.Rules.FirstOrDefault(RuleEntry.IsFixed) is { } rule
            && word != SeverityWord.Default
        )
        {
            AddError(value.ContentSpan, InvalidConfigurationMessages.FixedSeverity(rule.Id, word));
            return null;
        }

        return word;
    }

    private RuleBehaviour? ReadBehaviour(YamlPairSyntax pair, ImmutableArray<RuleDescriptor> named)
    {
        RuleBehaviour[] allowed = [RuleBehaviour.Own, .. named.SelectMany(rule => rule.Behaviours).Distinct()];
        string? word = ReadWord(pair.Value, pair.Name!, [.. allowed.Select(RuleSetReader.GetName)]);
        return word is null ? null : Array.Find(allowed, behaviour => RuleSetReader.GetName(behaviour) == word);
    }

    private ImmutableArray<OptionEntry> ReadOptions(YamlPairSyntax pair, RuleEntry entry)
    {
        ImmutableArray<OptionEntry>.Builder options = ImmutableArray.CreateBuilder<OptionEntry>();
        foreach (YamlPairSyntax option in ReadMapping(pair, allowed: default))
        {
            string name = option.Name ?? "";
            bool isKnown = false;
            foreach (RuleDescriptor rule in entry.Rules)
            {
                if (rule.FindOption(name) is not { } known)
                {
                    continue;
                }

                isKnown = true;
                if (option.Value.Resolved is { } node && RuleSetReader.ReadValue(known, node) is { } value)
                {
                    options.Add(new OptionEntry(rule, known, value));
                    continue;
                }

                AddWrongType(option.Value, name, known.Allowed);
                break;
            }

            if (!isKnown)
            {
                AddUnknownOption(option.Key, name, entry);
            }
        }

        return options.ToImmutable();
    }

    private void AddUnknownOption(YamlNodeSyntax key, string name, RuleEntry entry)
    {
        string[] names = [.. entry.Rules.SelectMany(rule => rule.Options).Select(option => option.Name).Distinct()];
        AddError(
            key.ContentSpan,
            names.Length == 0 ? InvalidConfigurationMessages.NoOptions(entry.Name)
                : SpellChecker.GetSuggestion(name.AsSpan(), names) is { } nearest
                    ? InvalidConfigurationMessages.MisspelledOption(name, entry.Name, nearest, string.Join(", ", names))
                : InvalidConfigurationMessages.UnknownOption(name, entry.Name, string.Join(", ", names))
        );
    }

    private ImmutableArray<PathOverride> ReadOverrides(YamlPairSyntax pair)
    {
        ImmutableArray<PathOverride>.Builder overrides = ImmutableArray.CreateBuilder<PathOverride>();
        foreach (YamlNodeSyntax item in ReadBoundedList(pair))
        {
            ImmutableArray<string> files = [];
            ImmutableArray<RuleEntry> entries = [];
            foreach (YamlPairSyntax part in ReadPairs(item, pair.Name!, ConfigurationKeys.OverrideKeys.AsSpan()))
            {
                if (part.Name == ConfigurationKeys.Files)
                {
                    files = GetValues(ReadTexts(part));
                }
                else
                {
                    entries = ReadRules(part);
                }
            }

            if (files.IsEmpty && item.Resolved is YamlMappingSyntax)
            {
                AddError(item.ContentSpan, InvalidConfigurationMessages.MissingKey(ConfigurationKeys.Files));
            }

            overrides.Add(new PathOverride(files, entries, At(item.ContentSpan)));
        }

        return overrides.ToImmutable();
    }

    private ImmutableArray<PathSuppression> ReadSuppressions(YamlPairSyntax pair)
    {
        ImmutableArray<PathSuppression>.Builder suppressions = ImmutableArray.CreateBuilder<PathSuppression>();
        foreach (YamlNodeSyntax item in ReadBoundedList(pair))
        {
            ImmutableArray<string> files = [];
            ImmutableArray<RuleDescriptor> suppressed = [];
            string? reason = null;
            bool isOver = false;
            foreach (YamlPairSyntax part in ReadPairs(item, pair.Name!, ConfigurationKeys.SuppressionKeys.AsSpan()))
            {
                switch (part.Name)
                {
                    case ConfigurationKeys.Files:
                        files = GetValues(ReadTexts(part));
                        break;
                    case ConfigurationKeys.Rules:
                        suppressed = [.. ReadItems(part).SelectMany(item => FindSuppressed(item))];
                        break;
                    case "reason":
                        reason = ReadText(part.Value, part.Name);
                        break;
                    default:
                        isOver = IsOver(part);
                        break;
                }
            }

            if (suppressed.IsEmpty && item.Resolved is YamlMappingSyntax mapping && mapping.Find("rules") is null)
            {
                AddError(item.ContentSpan, InvalidConfigurationMessages.MissingKey(ConfigurationKeys.Rules));
            }
            else if (!isOver && !suppressed.IsEmpty)
            {
                suppressions.Add(new PathSuppression(files, suppressed, new Suppression(At(item.ContentSpan), reason)));
            }
        }

        return suppressions.ToImmutable();
    }

    private ImmutableArray<RuleDescriptor> FindSuppressed(YamlNodeSyntax item)
    {
        if (ReadText(item, ConfigurationKeys.Rules) is not { } name)
        {
            return [];
        }

        ImmutableArray<RuleDescriptor> named = FindRules(item, name);
        if (!IsPattern(name) && named.FirstOrDefault(RuleEntry.IsFixed) is { } rule)
        {
            AddError(item.ContentSpan, InvalidConfigurationMessages.FixedSeverity(rule.Id, "off"));
        }

        return named.RemoveAll(RuleEntry.IsFixed);
    }

    /// <summary>Whether a suppression has ended; that it has is told.</summary>
    private bool IsOver(YamlPairSyntax pair)
    {
        if (ReadText(pair.Value, pair.Name!) is not { } text)
        {
            return false;
        }

        if (
            !DateTime.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateTime until
            )
        )
        {
            AddWrongType(pair.Value, pair.Name!, "a date such as 2027-01-31");
            return false;
        }

        if (today is not { } day || day.UtcDateTime.Date <= until)
        {
            return false;
        }

        AddWarning(pair.Value.ContentSpan, InvalidConfigurationMessages.Expired(text));
        return true;
    }

    /// <summary>The rules that a key or an item names; where there is none, that is told.</summary>
    private ImmutableArray<RuleDescriptor> FindRules(YamlNodeSyntax node, string name)
    {
        ImmutableArray<RuleDescriptor> named =
            IsPattern(name) ? [.. RuleSetReader.Find(rules, name)]
            : ShellCheckRules.Find(name) is { } external ? [external, .. rules.FindAll(name)]
            : [.. rules.FindAll(name)];
        if (!named.IsEmpty)
        {
            return named;
        }

        string? nearest = rules.FindNearest(name);
        AddError(
            node.ContentSpan,
            nearest is null
                ? InvalidConfigurationMessages.UnknownRule(GetText(node.ContentSpan))
                : InvalidConfigurationMessages.MisspelledRule(name, nearest)
        );
        return [];
    }

    private static bool IsPattern(string name) => name.EndsWith("*", StringComparison.Ordinal);

    /// <summary>The items of a list whose every item costs something at each file.</summary>
    private IEnumerable<YamlNodeSyntax> ReadBoundedList(YamlPairSyntax pair)
    {
        IReadOnlyList<YamlNodeSyntax> items = ReadList(pair);
        if (items.Count <= AnalysisBudget.MaxConfigurationEntries)
        {
            return items;
        }

        AddError(
            items[AnalysisBudget.MaxConfigurationEntries].ContentSpan,
            InvalidConfigurationMessages.TooMany(
                pair.Name!,
                AnalysisBudget.MaxConfigurationEntries.ToString(CultureInfo.InvariantCulture)
            )
        );
        return [];
    }

    /// <summary>The items of a list, or the one that stands in its place; none where nothing is given.</summary>
    private IEnumerable<YamlNodeSyntax> ReadItems(YamlPairSyntax pair) =>
        pair.Value.Resolved is YamlScalarSyntax { IsNull: false } ? [pair.Value] : ReadBoundedList(pair);

    private ImmutableArray<Setting<string>> ReadTexts(YamlPairSyntax pair)
    {
        ImmutableArray<Setting<string>>.Builder texts = ImmutableArray.CreateBuilder<Setting<string>>();
        foreach (YamlNodeSyntax item in ReadItems(pair))
        {
            if (ReadText(item, pair.Name!) is { } text)
            {
                texts.Add(Set(text, item));
            }
        }

        return texts.ToImmutable();
    }

    private static ImmutableArray<string> GetValues(ImmutableArray<Setting<string>> settings) =>
        ImmutableArray.CreateRange(settings, setting => setting.Value);
}
