using System.Collections.Immutable;
using DockerfileLint.Rules;

namespace DockerfileLint.Configuration;

/// <summary>The rule sets that come with the library.</summary>
public static class Preset
{
    /// <summary>Name of the preset that applies unless another is asked for.</summary>
    public const string Default = "default";

    /// <summary>The names that <see cref="Load"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = ["all", "buildkit", Default, "hadolint", "security"];

    /// <summary>Loads a preset.</summary>
    /// <exception cref="ArgumentException">There is no preset of that name.</exception>
    public static RuleSet Load(string name)
    {
        if (!Names.Contains(name))
        {
            throw new ArgumentException($"There is no preset '{name}'. Presets: {string.Join(", ", Names)}.", nameof(name));
        }

        return new RuleSet(RuleCatalog.Rules, RuleCatalog.Descriptors, ImmutableDictionary<string, RuleSetting>.Empty);
    }
}
