using System.Collections.Immutable;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Configuration;

/// <summary>
/// What hadolint can be told: in a configuration file, in the environment or on the command line. What is <c>null</c>
/// or empty is not set.
/// </summary>
public sealed record HadolintConfiguration
{
    internal const string TrustedRegistriesOption = "trusted-registries";
    private const string LabelSchemaOption = "label-schema";
    private const string StrictLabelsOption = "strict-labels";

    /// <summary>Nothing is set.</summary>
    public static HadolintConfiguration Empty { get; } = new();

    /// <summary>The names of hadolint's report formats.</summary>
    public static ImmutableArray<string> FormatNames { get; } =
    ["tty", "json", "checkstyle", "codeclimate", "gitlab_codeclimate", "gnu", "codacy", "sonarqube", "junit", "sarif"];

    /// <summary>The words for severities that rules can be given.</summary>
    public static ImmutableArray<string> SeverityNames { get; } = ["error", "warning", "info", "style"];

    /// <summary>The words for the failure threshold.</summary>
    public static ImmutableArray<string> ThresholdNames { get; } = [.. SeverityNames, "ignore", "none"];

    /// <summary>The types of labels.</summary>
    public static ImmutableArray<string> LabelTypes { get; } =
    ["text", "rfc3339", "semver", "url", "hash", "spdx", "email"];

    /// <summary>Ids of rules that are off. Rules of ShellCheck may be among them.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    /// <summary>Severities of rules. Where a rule stands several times, the worst severity counts.</summary>
    public ImmutableArray<RuleSeverity> Overrides { get; init; } = [];

    /// <summary>Registries that images may come from; all may where there is none.</summary>
    public ImmutableArray<string> TrustedRegistries { get; init; } = [];

    /// <summary>The labels that images must have.</summary>
    public ImmutableArray<LabelRequirement> LabelSchema { get; init; } = [];

    /// <summary>Whether labels outside the schema are wrong.</summary>
    public bool? StrictLabels { get; init; }

    /// <summary>Whether comments in the linted files suppress nothing.</summary>
    public bool? DisableIgnorePragma { get; init; }

    /// <summary>
    /// The lowest severity that fails the run. hadolint's <c>none</c> and <c>ignore</c> are
    /// <see cref="Severity.Style"/>: any finding fails it.
    /// </summary>
    public Severity? FailureThreshold { get; init; }

    /// <summary>Whether findings leave the exit code alone.</summary>
    public bool? NoFail { get; init; }

    /// <summary>Whether the report has no colours.</summary>
    public bool? NoColor { get; init; }

    /// <summary>Whether the run says what it does.</summary>
    public bool? Verbose { get; init; }

    /// <summary>Names of report formats, of <see cref="FormatNames"/>.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    /// <summary>
    /// The severity that one of <see cref="ThresholdNames"/> stands for, or <c>null</c> for another word.
    /// </summary>
    public static Severity? ReadThreshold(string word) =>
        word switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            "style" or "ignore" or "none" => Severity.Style,
            _ => null,
        };

    /// <summary>The ids that name no rule, in order; those of ShellCheck are none of ours and not among them.</summary>
    public IEnumerable<string> FindUnknownRules(RuleSet rules)
    {
        if (rules is null)
        {
            throw new ArgumentNullException(nameof(rules));
        }

        return Ignored.Concat(Overrides.Select(entry => entry.Rule)).Where(code => !IsKnown(code, rules));
    }

    /// <summary>Whether an id names a rule, or one of ShellCheck's.</summary>
    internal static bool IsKnown(string code, RuleSet rules) =>
        ShellCheckRules.IsMatch(code) || rules.Descriptors.Any(rule => rule.IsHadolintRule(code));

    /// <summary>
    /// Both configurations as one: single values of <paramref name="stronger"/> win, lists are joined, formats are
    /// replaced.
    /// </summary>
    public HadolintConfiguration OverriddenBy(HadolintConfiguration stronger)
    {
        if (stronger is null)
        {
            throw new ArgumentNullException(nameof(stronger));
        }

        var replaced = new HashSet<string>(stronger.LabelSchema.Select(label => label.Name), StringComparer.Ordinal);
        return new HadolintConfiguration
        {
            Ignored = Ignored.AddRange(stronger.Ignored),
            Overrides = Overrides.AddRange(stronger.Overrides),
            TrustedRegistries = TrustedRegistries.AddRange(stronger.TrustedRegistries),
            LabelSchema = [.. LabelSchema.Where(label => !replaced.Contains(label.Name)), .. stronger.LabelSchema],
            StrictLabels = stronger.StrictLabels ?? StrictLabels,
            DisableIgnorePragma = stronger.DisableIgnorePragma ?? DisableIgnorePragma,
            FailureThreshold = stronger.FailureThreshold ?? FailureThreshold,
            NoFail = stronger.NoFail ?? NoFail,
            NoColor = stronger.NoColor ?? NoColor,
            Verbose = stronger.Verbose ?? Verbose,
            Formats = stronger.Formats.IsEmpty ? Formats : stronger.Formats,
        };
    }

    /// <summary>The rules with this configuration's severities and options.</summary>
    /// <remarks>
    /// What the parser refuses stays an error, as in hadolint: a file that cannot be read must not look clean.
    /// </remarks>
    public RuleSet ApplyTo(RuleSet rules)
    {
        if (rules is null)
        {
            throw new ArgumentNullException(nameof(rules));
        }

        Dictionary<string, Severity> severities = GetSeverities();
        foreach (RuleDescriptor rule in rules.Descriptors)
        {
            rules = ApplyOptions(rules, rule);
            if (GetSeverity(rule, severities) is { } severity)
            {
                rules = rules.With(rule, severity);
            }
        }

        foreach (string code in severities.Keys)
        {
            if (ShellCheckRules.Find(code) is { } rule && GetSeverity(rule, severities) is { } severity)
            {
                rules = rules.With(rule, severity);
            }
        }

        return rules;
    }

    /// <summary>The severity of each code: the worst that it is given, and off where it is ignored at all.</summary>
    private Dictionary<string, Severity> GetSeverities()
    {
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (RuleSeverity entry in Overrides)
        {
            severities[entry.Rule] =
                severities.TryGetValue(entry.Rule, out Severity other) && other > entry.Severity
                    ? other
                    : entry.Severity;
        }

        foreach (string code in Ignored)
        {
            severities[code] = Severity.Off;
        }

        return severities;
    }

    private static Severity? GetSeverity(RuleDescriptor rule, Dictionary<string, Severity> severities)
    {
        if (rule is { Kind: RuleKind.Parser, IsBuildError: true })
        {
            return null;
        }

        Severity? worst = null;
        foreach (string code in rule.HadolintIds)
        {
            if (severities.TryGetValue(code, out Severity severity))
            {
                if (severity == Severity.Off)
                {
                    return Severity.Off;
                }

                worst = worst > severity ? worst : severity;
            }
        }

        return worst;
    }

    private RuleSet ApplyOptions(RuleSet rules, RuleDescriptor rule)
    {
        foreach (RuleOption option in rule.Options)
        {
            string? value = option.Name switch
            {
                TrustedRegistriesOption when !TrustedRegistries.IsEmpty => string.Join(",", TrustedRegistries),
                LabelSchemaOption when !LabelSchema.IsEmpty => string.Join(",", LabelSchema),
                StrictLabelsOption when StrictLabels is { } strict => strict ? "true" : "false",
                _ => null,
            };
            rules = value is null ? rules : rules.WithOption(rule, option.Name, value);
        }

        return rules;
    }
}

/// <summary>A severity that a configuration gives to a rule.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity">Its severity.</param>
public readonly record struct RuleSeverity(string Rule, Severity Severity);

/// <summary>A label that an image must have.</summary>
/// <param name="Name">The key of the label.</param>
/// <param name="Type">What its value must be: one of <see cref="HadolintConfiguration.LabelTypes"/>.</param>
public readonly record struct LabelRequirement(string Name, string Type)
{
    /// <summary><c>name:type</c>, as on hadolint's command line.</summary>
    public override string ToString() => $"{Name}:{Type}";
}
