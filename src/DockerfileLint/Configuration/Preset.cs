using System.Collections.Immutable;
using DockerfileLint.Rules;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>The rule sets that come with the library: the files in <c>rules/presets</c>.</summary>
public static class Preset
{
    /// <summary>
    /// Name of the preset that applies unless another is asked for: each rule at the severity of its page.
    /// </summary>
    public const string Default = "default";

    /// <summary>The names that <see cref="Load"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } =
    ["all", "buildkit", "cis", Default, "hadolint", "kubernetes", "security", "strict"];

    /// <summary>Loads a preset.</summary>
    /// <exception cref="ArgumentException">There is no preset of that name.</exception>
    public static RuleSet Load(string name)
    {
        if (!Names.Contains(name))
        {
            throw new ArgumentException(
                $"There is no preset '{name}'. Presets: {string.Join(", ", Names)}.",
                nameof(name)
            );
        }

        using Stream stream = typeof(Preset).Assembly.GetManifestResourceStream($"presets/{name}.yaml")!;
        using var reader = new StreamReader(stream);
        YamlSyntaxTree tree = YamlSyntaxTree.Parse(
            new SourceFile($"presets/{name}.yaml", SourceText.From(reader.ReadToEnd()))
        );
        return RuleSetReader.Apply(
            tree,
            new RuleSet(RuleCatalog.Rules, RuleCatalog.Descriptors, ImmutableDictionary<string, RuleSetting>.Empty)
        );
    }
}
