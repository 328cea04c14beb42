namespace DockerfileLint.Generators;

/// <summary>What rules/README.md allows in front matter.</summary>
internal static class PageSchema
{
    internal const int MaximumSummaryLength = 1000;

    internal static readonly string[] RequiredKeys = ["id", "name", "title", "category", "severity", "message"];

    internal static readonly string[] Keys =
    [
        "id",
        "name",
        "title",
        "kind",
        "category",
        "severity",
        "enabled-severity",
        "edition",
        "raised",
        "message",
        "help",
        "tags",
        "precision",
        "once-per",
        "security-severity",
        "cwe",
        "cis",
        "nist",
        "owasp",
        "supersedes",
        "behaviours",
        "comment-behaviours",
        "fix",
        "fix-effect",
    ];

    internal static readonly string[] Families =
    [
        "tier.<name>",
        "message.<id>",
        "help.<id>",
        "aliases.<peer>",
        "option.<name>.type",
        "option.<name>.default",
        "option.<name>.minimum",
        "option.<name>.maximum",
    ];

    internal static readonly string[] ListKeys =
    [
        "raised",
        "tags",
        "cwe",
        "cis",
        "nist",
        "owasp",
        "supersedes",
        "behaviours",
        "comment-behaviours",
    ];

    internal static readonly string[] Kinds = ["rule", "parser", "notification"];

    internal static readonly string[] Categories =
    [
        "syntax",
        "base-image",
        "user",
        "build",
        "namespaces",
        "mounts",
        "privilege",
        "limits",
        "exposure",
        "reliability",
        "supply-chain",
        "shell",
        "style",
        "suppressions",
        "tool",
    ];

    internal static readonly string[] Severities = ["error", "warning", "info", "style", "off"];

    internal static readonly string[] Precisions = ["low", "medium", "high", "very-high"];

    /// <summary>The stretches of a file that a rule can report once.</summary>
    internal static readonly string[] Stretches = ["place", "neighbours", "instruction", "service", "file"];

    internal static readonly string[] Booleans = ["true", "false"];

    /// <summary>How far the fixes of a rule can be trusted.</summary>
    internal static readonly string[] Fixes = ["safe", "unsafe", "display"];

    internal static readonly string[] Peers =
    [
        "hadolint",
        "buildkit",
        "kics",
        "trivy",
        "checkov",
        "semgrep",
        "lynis",
        "dclint",
        "composeLint",
    ];

    /// <summary>The peers whose exact behaviour a rule can take.</summary>
    internal static readonly string[] Behaviours = ["hadolint", "buildkit"];

    internal static readonly string[] IdPrefixes = ["DL", "DC", "DX", "SC"];

    /// <summary>The member of <c>RuleBehaviour</c> for one of <see cref="Behaviours"/>.</summary>
    internal static string GetBehaviourMember(string peer) => peer == "buildkit" ? "BuildKit" : "Hadolint";

    /// <summary>Whether a text is an edition, a year and a number such as <c>2026.1</c>.</summary>
    internal static bool IsEdition(string text) =>
        text.Length is 6 or 7
        && text[4] == '.'
        && text.Where((_, index) => index != 4).All(c => c is >= '0' and <= '9')
        && text[5] != '0';

    internal static bool IsId(string id) =>
        id.Length == 6 && IdPrefixes.Contains(id.Substring(0, 2)) && id.Skip(2).All(c => c is >= '0' and <= '9');
}
