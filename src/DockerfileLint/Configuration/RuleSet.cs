using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>The rules of a run with what is configured for each. Immutable.</summary>
public sealed class RuleSet
{
    private readonly ImmutableDictionary<string, RuleSetting> _settings;

    // Ids of the rules of other programs that are wanted; null where all are.
    private readonly ImmutableHashSet<string>? _external;
    private Dictionary<string, RuleDescriptor[]>? _byName;

    internal RuleSet(
        ImmutableArray<Rule> rules,
        ImmutableArray<RuleDescriptor> descriptors,
        ImmutableDictionary<string, RuleSetting> settings,
        ImmutableHashSet<string>? external = null
    )
    {
        Rules = rules;
        Descriptors = descriptors;
        _settings = settings;
        _external = external;
    }

    /// <summary>The rule classes, enabled or not.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>All descriptors, those of parsers and notifications included, by id.</summary>
    public ImmutableArray<RuleDescriptor> Descriptors { get; }

    /// <summary>The rules that can report something, each with the behaviour that is configured for it.</summary>
    public IEnumerable<Rule> EnabledRules => Rules.Where(rule => IsEnabled(rule.Descriptor)).Select(FindVariant);

    /// <summary>Whether a rule can report something: it is not off, or not in all of its tiers.</summary>
    public bool IsEnabled(RuleDescriptor rule)
    {
        if (rule is null)
        {
            throw new ArgumentNullException(nameof(rule));
        }

        return GetSeverity(rule) != Severity.Off
            || rule.Tiers.Any(tier => GetSeverity(rule, tier.Name) != Severity.Off);
    }

    /// <summary>The severity of a finding; <see cref="Severity.Off"/> where it is not wanted.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="tier">The finding's tier, or <c>null</c>.</param>
    public Severity GetSeverity(RuleDescriptor rule, string? tier = null)
    {
        if (rule is null)
        {
            throw new ArgumentNullException(nameof(rule));
        }

        if (rule.Kind == RuleKind.External && _external is not null && !_external.Contains(rule.Id))
        {
            return Severity.Off;
        }

        return _settings.TryGetValue(rule.Id, out RuleSetting? setting) && setting.Severity is { } severity
            ? severity
            : rule.GetDefaultSeverity(tier);
    }

    /// <summary>Whose behaviour a rule has.</summary>
    public RuleBehaviour GetBehaviour(RuleDescriptor rule) => GetSetting(rule).Behaviour;

    /// <summary>The value of a rule's option.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="option">One of its options.</param>
    /// <exception cref="ArgumentException">The rule's descriptor does not list the option.</exception>
    public T GetOption<T>(RuleDescriptor rule, RuleOption<T> option)
        where T : notnull => GetOptions(rule).Get(option);

    /// <summary>The values of all options of a rule.</summary>
    internal RuleOptionValues GetOptions(RuleDescriptor rule) => GetSetting(rule).Options ?? rule.DefaultOptions;

    /// <summary>
    /// The descriptors known under an id, a name or another tool's id, without regard to case; several where the other
    /// tool's rule is split here.
    /// </summary>
    public IEnumerable<RuleDescriptor> Find(string idOrName) => Descriptors.Where(rule => rule.IsKnownAs(idOrName));

    /// <summary>The same by a table, for who looks up as many names as a file holds.</summary>
    internal RuleDescriptor[] FindAll(string idOrName) =>
        (_byName ??= IndexNames()).TryGetValue(idOrName, out RuleDescriptor[]? found) ? found : [];

    /// <summary>The name or the id that somebody probably meant, or <c>null</c>.</summary>
    internal string? FindNearest(string idOrName)
    {
        // Each number is near to many others; a slip keeps the length roughly, so that few candidates are left.
        bool isNumber = idOrName.Length > 2 && idOrName.Skip(2).All(char.IsDigit);
        string[] candidates =
        [
            .. Descriptors
                .Select(rule => rule.Name)
                .Concat(isNumber ? [] : Descriptors.Select(rule => rule.Id))
                .Where(candidate => Math.Abs(candidate.Length - idOrName.Length) <= 1),
        ];
        return SpellChecker.GetSuggestion(idOrName.AsSpan(), candidates);
    }

    /// <summary>
    /// The same set with every rule off but these, which are on. What breaks the build stays: a file that cannot be
    /// read must not look clean.
    /// </summary>
    public RuleSet Select(IEnumerable<RuleDescriptor> rules)
    {
        RuleDescriptor[] chosen = [.. rules];
        var selected = new HashSet<string>(chosen.Select(rule => rule.Id), StringComparer.Ordinal);
        RuleDescriptor[] external = Array.FindAll(chosen, rule => ShellCheckRules.IsMatch(rule.Id));
        var result = new RuleSet(
            Rules,
            Descriptors,
            _settings,
            ImmutableHashSet.CreateRange(StringComparer.Ordinal, external.Select(rule => rule.Id))
        );
        foreach (RuleDescriptor rule in external.Where(rule => rule.Kind == RuleKind.External))
        {
            // Their severity is known once they report something.
            result = result.GetSeverity(rule) == Severity.Off ? result.WithDefaultSeverity(rule) : result;
        }

        foreach (RuleDescriptor rule in Descriptors)
        {
            if (selected.Contains(rule.Id))
            {
                result = result.GetSeverity(rule) == Severity.Off ? result.With(rule, rule.EnabledSeverity) : result;
            }
            else if (rule is not { Kind: RuleKind.Parser, IsBuildError: true })
            {
                result = result.With(rule, Severity.Off);
            }
        }

        return result;
    }

    /// <summary>The same set with another severity for all findings of a rule.</summary>
    public RuleSet With(RuleDescriptor rule, Severity severity)
    {
        RuleSetting setting = GetSetting(rule);
        return new RuleSet(
            Rules,
            Descriptors,
            _settings.SetItem(rule.Id, setting with { Severity = severity }),
            _external
        );
    }

    /// <summary>
    /// The same set with what another one over the same rules says of those that report something there.
    /// </summary>
    internal RuleSet JoinedBy(RuleSet stronger) =>
        new(
            Rules,
            Descriptors,
            _settings.SetItems(
                stronger
                    .Descriptors.Where(stronger.IsEnabled)
                    .Select(rule => new KeyValuePair<string, RuleSetting>(rule.Id, stronger.GetSetting(rule)))
            ),
            _external
        );

    /// <summary>The same set with an experimental rule on, unless something gives it a severity.</summary>
    internal RuleSet EnableExperimental(RuleDescriptor rule) =>
        GetSetting(rule).Severity is null && rule.DefaultSeverity == Severity.Off
            ? With(rule, rule.EnabledSeverity)
            : this;

    /// <summary>The same set with a rule at the severities of its page.</summary>
    internal RuleSet WithDefaultSeverity(RuleDescriptor rule)
    {
        RuleSetting setting = GetSetting(rule);
        return new RuleSet(Rules, Descriptors, _settings.SetItem(rule.Id, setting with { Severity = null }), _external);
    }

    /// <summary>The same set with another behaviour of a rule.</summary>
    /// <exception cref="ArgumentException">The rule cannot take it.</exception>
    public RuleSet WithBehaviour(RuleDescriptor rule, RuleBehaviour behaviour)
    {
        RuleSetting setting = GetSetting(rule);
        if (behaviour != RuleBehaviour.Own && !rule.Behaviours.Contains(behaviour))
        {
            throw new ArgumentException(
                $"{rule.Id} has no behaviour '{behaviour}'. Its behaviours: "
                    + $"{string.Join(", ", rule.Behaviours.Insert(0, RuleBehaviour.Own))}.",
                nameof(behaviour)
            );
        }

        return new RuleSet(
            Rules,
            Descriptors,
            _settings.SetItem(rule.Id, setting with { Behaviour = behaviour }),
            _external
        );
    }

    /// <summary>The same set with another value for an option.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="name">Name of the option.</param>
    /// <param name="value">
    /// The value as it is written in a configuration; items of a list have commas between them.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The rule has no such option, or the option cannot have this value; the message says what is allowed.
    /// </exception>
    public RuleSet WithOption(RuleDescriptor rule, string name, string value) =>
        WithOptions(rule, GetOptions(rule).With(name, value));

    /// <summary>The same set with other values for the options of a rule.</summary>
    internal RuleSet WithOptions(RuleDescriptor rule, RuleOptionValues options) =>
        new(Rules, Descriptors, _settings.SetItem(rule.Id, GetSetting(rule) with { Options = options }), _external);

    /// <summary>The same set with rules of another assembly added, at their descriptors' severities.</summary>
    /// <exception cref="ArgumentException">
    /// Another rule is known by the id or the name of one of them, or has the id or name that one of them lists as its
    /// id in another tool.
    /// </exception>
    public RuleSet Add(params Rule[] rules)
    {
        if (rules is null)
        {
            throw new ArgumentNullException(nameof(rules));
        }

        List<RuleDescriptor> descriptors = [.. Descriptors];
        foreach (Rule? rule in rules)
        {
            RuleDescriptor added =
                rule?.Descriptor ?? throw new ArgumentException("A rule or its descriptor is null.", nameof(rules));
            if (FindClash(added, descriptors) is { } clash)
            {
                throw new ArgumentException(
                    $"The rule '{added}' cannot be added: {clash}. Ids and names lead to one rule, in whatever case.",
                    nameof(rules)
                );
            }

            descriptors.Add(added);
        }

        return new RuleSet(
            Rules.AddRange(rules),
            [.. descriptors.OrderBy(rule => rule.Id, StringComparer.Ordinal)],
            _settings,
            _external
        );
    }

    /// <summary>
    /// What would make a lookup ambiguous. Two rules may share an id of another tool, whose rule is split then.
    /// </summary>
    private static string? FindClash(RuleDescriptor added, List<RuleDescriptor> others)
    {
        if (ShellCheckRules.IsMatch(added.Id.ToUpperInvariant()))
        {
            return $"'{added.Id}' has the form of {ShellCheckRules.ToolName}'s ids";
        }

        foreach (RuleDescriptor other in others)
        {
            string? taken =
                other.IsKnownAs(added.Id) ? added.Id
                : other.IsKnownAs(added.Name) ? added.Name
                : added.IsKnownAs(other.Id) ? other.Id
                : added.IsKnownAs(other.Name) ? other.Name
                : null;
            if (taken is not null)
            {
                return $"'{taken}' is taken by '{other}'";
            }
        }

        return null;
    }

    /// <summary>
    /// The class for the rule's behaviour; the rule itself where it finds the same and only comments differ.
    /// </summary>
    private Rule FindVariant(Rule rule)
    {
        RuleBehaviour behaviour = GetBehaviour(rule.Descriptor);
        return behaviour == RuleBehaviour.Own
            ? rule
            : RuleCatalog.GetRulesOf(behaviour).FirstOrDefault(other => other.Descriptor == rule.Descriptor) ?? rule;
    }

    private RuleSetting GetSetting(RuleDescriptor rule)
    {
        if (rule is null)
        {
            throw new ArgumentNullException(nameof(rule));
        }

        return _settings.TryGetValue(rule.Id, out RuleSetting? setting) ? setting : RuleSetting.None;
    }

    private Dictionary<string, RuleDescriptor[]> IndexNames()
    {
        var index = new Dictionary<string, RuleDescriptor[]>(StringComparer.OrdinalIgnoreCase);
        foreach (RuleDescriptor rule in Descriptors)
        {
            foreach (string name in rule.Aliases.SelectMany(alias => alias.Ids).Append(rule.Name).Append(rule.Id))
            {
                if (!index.TryGetValue(name, out RuleDescriptor[]? known))
                {
                    index.Add(name, [rule]);
                }
                else if (known[known.Length - 1] != rule)
                {
                    index[name] = [.. known, rule];
                }
            }
        }

        return index;
    }
}

/// <summary>What a configuration says about one rule.</summary>
/// <param name="Severity">Its severity, or <c>null</c> for the page's.</param>
/// <param name="Behaviour">Whose behaviour it has.</param>
/// <param name="Options">The values of its options, or <c>null</c> for the defaults.</param>
internal sealed record RuleSetting(Severity? Severity, RuleBehaviour Behaviour, RuleOptionValues? Options)
{
    internal static RuleSetting None { get; } = new(Severity: null, RuleBehaviour.Own, Options: null);
}
