using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>
/// A <c>.dockerfile-lint.yaml</c> with the files that it extends: what they set, and what is wrong with them.
/// Immutable.
/// </summary>
internal sealed class ConfigurationFile
{
    private ConfigurationFile(
        string path,
        ImmutableArray<string> files,
        ImmutableArray<Setting<string>> presets,
        ImmutableArray<ConfigurationLayer> layers,
        ImmutableArray<Notification> problems
    )
    {
        Path = path;
        Files = files;
        Presets = presets;
        Layers = layers;
        Problems = problems;
        IsValid = problems.All(problem => problem.Severity != Severity.Error);
    }

    /// <summary>The path under which messages name the file.</summary>
    internal string Path { get; }

    /// <summary>The paths of the file and of those that it extends, the weakest first.</summary>
    internal ImmutableArray<string> Files { get; }

    /// <summary>Names of the presets that the files build on, the weakest first.</summary>
    internal ImmutableArray<Setting<string>> Presets { get; }

    /// <summary>What the files say, the weakest first and the file itself last.</summary>
    internal ImmutableArray<ConfigurationLayer> Layers { get; }

    /// <summary>What is wrong. An error means that nobody knows what is wanted.</summary>
    internal ImmutableArray<Notification> Problems { get; }

    /// <summary>Why a file is not read that is longer than any that people write.</summary>
    internal static string TooLong { get; } =
        $"it has more than {AnalysisBudget.MaxConfigurationLength.ToString(CultureInfo.InvariantCulture)} characters";

    /// <summary>Whether the configuration can be applied: no problem is an error.</summary>
    internal bool IsValid { get; }

    /// <summary>Reads a file. Never throws on its content.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">What tells the file from others, for <paramref name="open"/>.</param>
    /// <param name="rules">The rules that it may name.</param>
    /// <param name="today">The day on which suppressions are judged, or <c>null</c>.</param>
    /// <param name="open">
    /// Opens the file that another one, of which the key is given, names under <c>extends</c>.
    /// </param>
    internal static ConfigurationFile Read(
        SourceFile file,
        string key,
        RuleSet rules,
        DateTimeOffset? today,
        Func<string, string, ExtendedFile> open
    )
    {
        var reading = new Reading(rules, today, open);
        reading.Read(file, key, depth: 0);
        return new ConfigurationFile(
            file.Path,
            reading.Files.ToImmutable(),
            reading.Presets.ToImmutable(),
            reading.Layers.ToImmutable(),
            reading.Problems.ToImmutable()
        );
    }

    /// <summary>A file that is there and cannot be read.</summary>
    /// <param name="path">The path under which messages name the file.</param>
    /// <param name="reason">Why, as a phrase such as <c>access is denied</c>.</param>
    internal static ConfigurationFile Unreadable(string path, string reason) =>
        new(
            path,
            [path],
            [],
            [],
            [
                new Notification(
                    RuleDescriptors.InvalidConfiguration,
                    InvalidConfigurationMessages.Unreadable(path, reason),
                    path,
                    Location: null
                ),
            ]
        );

    /// <summary>The value that the strongest file gives a setting, or <c>null</c> where none does.</summary>
    internal Setting<T>? Find<T>(Func<ConfigurationLayer, Setting<T>?> get)
    {
        for (int i = Layers.Length - 1; i >= 0; i--)
        {
            if (get(Layers[i]) is { } setting)
            {
                return setting;
            }
        }

        return null;
    }

    /// <summary>The items that all files give a list, the weakest first.</summary>
    internal ImmutableArray<T> Collect<T>(Func<ConfigurationLayer, ImmutableArray<T>> get) =>
        [.. Layers.SelectMany(layer => get(layer))];

    /// <summary>The rules with what the files say of all files.</summary>
    internal RuleSet ApplyTo(RuleSet rules)
    {
        ImmutableArray<string> trusted = ImmutableArray.CreateRange(
            Collect(layer => layer.TrustedImages),
            setting => setting.Value
        );
        foreach (RuleDescriptor rule in trusted.IsEmpty ? [] : rules.Descriptors)
        {
            if (rule.FindOption(HadolintConfiguration.TrustedRegistriesOption) is { } option)
            {
                rules = rules.WithOptions(rule, rules.GetOptions(rule).With(option, trusted));
            }
        }

        return Layers.SelectMany(layer => layer.Rules).Aggregate(rules, (current, entry) => entry.ApplyTo(current));
    }

    /// <summary>A reading of a file and those that it extends.</summary>
    private sealed class Reading(RuleSet rules, DateTimeOffset? today, Func<string, string, ExtendedFile> open)
    {
        private readonly HashSet<string> _open = new(StringComparer.Ordinal);
        private readonly HashSet<string> _read = new(StringComparer.Ordinal);

        internal ImmutableArray<string>.Builder Files { get; } = ImmutableArray.CreateBuilder<string>();

        internal ImmutableArray<Setting<string>>.Builder Presets { get; } =
            ImmutableArray.CreateBuilder<Setting<string>>();

        internal ImmutableArray<ConfigurationLayer>.Builder Layers { get; } =
            ImmutableArray.CreateBuilder<ConfigurationLayer>();

        internal ImmutableArray<Notification>.Builder Problems { get; } = ImmutableArray.CreateBuilder<Notification>();

        internal void Read(SourceFile file, string key, int depth)
        {
            _open.Add(key);
            _read.Add(key);
            if (file.Text.Length > AnalysisBudget.MaxConfigurationLength)
            {
                Problems.AddRange(Unreadable(file.Path, TooLong).Problems);
                Files.Add(file.Path);
                _open.Remove(key);
                return;
            }

            var reader = new ConfigurationReader(YamlSyntaxTree.Parse(file), rules, today);
            ConfigurationLayer layer = reader.Read();
            Problems.AddRange(reader.GetProblems());
            foreach (Setting<string> extended in layer.Extended)
            {
                if (Preset.Names.Contains(extended.Value))
                {
                    Presets.Add(extended);
                }
                else if (Extend(extended, key, depth + 1) is { } problem)
                {
                    Problems.Add(problem);
                }
            }

            Layers.Add(layer);
            Files.Add(file.Path);
            _open.Remove(key);
        }

        /// <summary>Reads an extended file, or says why that cannot be.</summary>
        private Notification? Extend(Setting<string> extended, string from, int depth)
        {
            string name = extended.Value;
            if (name.IndexOf('/') < 0 && name.IndexOf('.') < 0)
            {
                return Refuse(
                    extended,
                    SpellChecker.GetSuggestion(name.AsSpan(), Preset.Names.AsSpan()) is { } nearest
                        ? $"there is no such preset; did you mean {nearest}?"
                        : "there is no such preset"
                );
            }

            if (depth > AnalysisBudget.MaxConfigurationDepth || _read.Count >= AnalysisBudget.MaxConfigurationFiles)
            {
                return Refuse(extended, "too many files extend each other");
            }

            ExtendedFile file = open(from, name);
            if (file.File is null)
            {
                return Refuse(extended, file.Problem ?? "it cannot be read");
            }

            if (_open.Contains(file.Key))
            {
                return Refuse(extended, "it extends this file itself");
            }

            if (!_read.Contains(file.Key))
            {
                Read(file.File, file.Key, depth);
            }

            return null;
        }

        private static Notification Refuse(Setting<string> extended, string reason) =>
            new(
                RuleDescriptors.InvalidConfiguration,
                InvalidConfigurationMessages.Extends(extended.Value, reason, string.Join(", ", Preset.Names)),
                extended.Location.File.Path,
                extended.Location
            );
    }
}

/// <summary>A configuration file that another one extends.</summary>
/// <param name="Key">What tells it from others.</param>
/// <param name="File">The file, or <c>null</c> where it cannot be had.</param>
/// <param name="Problem">Why it cannot be had, as a phrase.</param>
internal readonly record struct ExtendedFile(string Key, SourceFile? File, string? Problem);
