using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Languages;

/// <summary>Dockerfiles and Containerfiles.</summary>
internal sealed class DockerfileLanguage(int index)
    : Language(index, "dockerfile", "text/x-dockerfile", "dockerfile", "docker")
{
    // Notes, copies and templates that lie beside a Dockerfile under its name.
    private static readonly string[] ForeignSuffixes =
    [
        ".dockerignore",
        ".md",
        ".j2",
        ".jinja",
        ".jinja2",
        ".tmpl",
        ".tpl",
        ".erb",
        ".orig",
        ".rej",
        ".bak",
        ".swp",
        "~",
    ];

    public override SyntaxTree Parse(
        SourceFile file,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default
    ) => DockerfileSyntaxTree.Parse(file, budget ?? AnalysisBudget.Default, cancellation);

    public override bool IsDefaultName(ReadOnlySpan<char> name) => name is "Dockerfile" or "Containerfile";

    internal override bool IsNamed(ReadOnlySpan<char> name)
    {
        if (!IsNamed(name, "dockerfile") && !IsNamed(name, "containerfile"))
        {
            return false;
        }

        foreach (string suffix in ForeignSuffixes)
        {
            if (name.EndsWith(suffix.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    // Comments and instructions look like those of many languages: another one must recognize its own.
    internal override bool StartsWith(ReadOnlySpan<char> line) => false;

    internal override List<Suppressor> FindSuppressors(SyntaxTree tree, SuppressionAllowance allowance) =>
        DockerfileSuppressions.Find((DockerfileSyntaxTree)tree, allowance);

    internal override DocumentAnalyzer CreateAnalyzer(LintOptions options) => new DockerfileAnalyzer(options);

    private static bool IsNamed(ReadOnlySpan<char> name, string stem)
    {
        if (name.StartsWith(stem.AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            return name.Length == stem.Length
                || (name[stem.Length] == '.' && name.Length > stem.Length + 1)
                || IsVariant(name, stem);
        }

        return name.Length > stem.Length + 1
            && name.EndsWith(stem.AsSpan(), StringComparison.OrdinalIgnoreCase)
            && name[name.Length - stem.Length - 1] == '.';
    }

    /// <summary>
    /// Whether a name is one such as <c>Dockerfile-dev</c> or <c>Dockerfile_alpine3.20</c>. In lower case programs are
    /// called so, and with an extension their sources and notes.
    /// </summary>
    private static bool IsVariant(ReadOnlySpan<char> name, string stem)
    {
        int last = name.LastIndexOf('.');
        return char.IsUpper(name[0])
            && name[stem.Length] is '-' or '_'
            && name.Length > stem.Length + 1
            && (last < 0 || (last + 1 < name.Length && char.IsDigit(name[last + 1])));
    }
}
