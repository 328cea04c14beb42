using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Languages;

/// <summary>Compose files.</summary>
internal sealed class ComposeLanguage(int index) : Language(index, "compose", "application/yaml", "yaml", "compose")
{
    private static readonly string[] TopLevelKeys =
    [
        "version",
        "name",
        "services",
        "networks",
        "volumes",
        "secrets",
        "configs",
        "include",
        "models",
    ];

    public override SyntaxTree Parse(
        SourceFile file,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default
    ) => YamlSyntaxTree.Parse(file, budget, cancellation);

    public override bool IsDefaultName(ReadOnlySpan<char> name) =>
        name is "compose.yaml" or "compose.yml" or "docker-compose.yml" or "docker-compose.yaml";

    internal override bool IsNamed(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> stem = name;
        if (!TrimEnd(ref stem, ".yml") && !TrimEnd(ref stem, ".yaml"))
        {
            return false;
        }

        if (StartsWith(stem, "docker-stack") || stem.EndsWith(".compose".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (StartsWith(stem, "docker-") || StartsWith(stem, "podman-"))
        {
            stem = stem.Slice("docker-".Length);
        }

        if (!StartsWith(stem, "compose"))
        {
            return false;
        }

        stem = stem.Slice("compose".Length);
        return stem.IsEmpty || (stem.Length > 1 && (stem[0] is '.' or '-' or '_'));
    }

    internal override bool StartsWith(ReadOnlySpan<char> line)
    {
        if (
            line[0] == '{'
            || line.StartsWith("---".AsSpan(), StringComparison.Ordinal)
            || line.StartsWith("%YAML".AsSpan(), StringComparison.Ordinal)
        )
        {
            return true;
        }

        int colon = line.IndexOf(':');
        if (colon <= 0)
        {
            return false;
        }

        ReadOnlySpan<char> key = line.Slice(0, colon).Trim().Trim('"').Trim('\'');
        if (key.StartsWith("x-".AsSpan(), StringComparison.Ordinal))
        {
            return true;
        }

        foreach (string known in TopLevelKeys)
        {
            if (key.SequenceEqual(known.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    internal override List<Suppressor> FindSuppressors(SyntaxTree tree, SuppressionAllowance allowance) =>
        YamlSuppressions.Find((YamlSyntaxTree)tree, allowance);

    internal override DocumentAnalyzer CreateAnalyzer(LintOptions options) => new ComposeAnalyzer(options);

    private static bool StartsWith(ReadOnlySpan<char> text, string start) =>
        text.StartsWith(start.AsSpan(), StringComparison.OrdinalIgnoreCase);

    private static bool TrimEnd(ref ReadOnlySpan<char> name, string suffix)
    {
        bool found = name.EndsWith(suffix.AsSpan(), StringComparison.OrdinalIgnoreCase);
        name = found ? name.Slice(0, name.Length - suffix.Length) : name;
        return found;
    }
}
