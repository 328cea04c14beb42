using System.Collections.Immutable;

namespace DockerfileLint.Diagnostics;

/// <summary>
/// Everything that is known about a rule without running it: SARIF's <c>reportingDescriptor</c>. For the rules of this
/// library it is generated from the rule's page; other assemblies write it by hand.
/// </summary>
public sealed class RuleDescriptor
{
    private readonly string? _title;
    private readonly string? _summary;
    private readonly string? _helpUri;
    private readonly Severity? _enabledSeverity;
    private RuleOptionValues? _defaultOptions;

    /// <summary>Creates the descriptor of a rule with one message.</summary>
    /// <param name="id">
    /// The id: ASCII letters, digits, <c>-</c> and <c>_</c>, beginning with a letter, such as <c>ACME1001</c>.
    /// </param>
    /// <param name="name">
    /// The name: lower-case words and digits with <c>-</c> between them, such as <c>last-user-is-root</c>.
    /// </param>
    /// <param name="message">The template of the message, with placeholders <c>{0}</c>, <c>{1}</c> …</param>
    /// <param name="severity">Severity under every preset.</param>
    /// <exception cref="ArgumentException">Id or name are not of their form, or the message is empty.</exception>
    public RuleDescriptor(string id, string name, string message, Severity severity)
        : this(
            id,
            name,
            [new MessageTemplate("default", message ?? throw new ArgumentNullException(nameof(message)))],
            severity
        ) { }

    /// <summary>Creates the descriptor of a rule with several messages.</summary>
    /// <param name="id">The id, as for one message.</param>
    /// <param name="name">The name, as for one message.</param>
    /// <param name="messages">The templates of the messages, at least one.</param>
    /// <param name="severity">Severity under every preset.</param>
    /// <exception cref="ArgumentException">
    /// Id or name are not of their form, there is no message, or one is empty.
    /// </exception>
    public RuleDescriptor(string id, string name, ImmutableArray<MessageTemplate> messages, Severity severity)
        : this(
            RuleParts.CheckId(id, nameof(id)),
            RuleParts.CheckName(name, nameof(name)),
            RuleParts.CheckMessages(messages, nameof(messages)),
            severity,
            helpUri: null
        ) { }

    /// <summary>The descriptor of a page, which the generator has checked.</summary>
    internal RuleDescriptor(
        string id,
        string name,
        ImmutableArray<MessageTemplate> messages,
        Severity severity,
        string? helpUri
    )
    {
        Id = id;
        Name = name;
        Messages = messages;
        DefaultSeverity = severity;
        _helpUri = helpUri;
    }

    /// <summary>The id that never changes once released, such as <c>DL3002</c>.</summary>
    public string Id { get; }

    /// <summary>
    /// Kebab-case name that states the defect, such as <c>last-user-is-root</c>; unique, and accepted wherever the id
    /// is.
    /// </summary>
    public string Name { get; }

    /// <summary>One line for lists; the words of the name where nothing else is set.</summary>
    public string Title
    {
        get => _title ?? char.ToUpperInvariant(Name[0]) + Name.Substring(1).Replace('-', ' ');
        init => _title = value;
    }

    /// <summary>
    /// What the rule finds and why it matters, one paragraph of plain text; the title where nothing else is set.
    /// </summary>
    public string Summary
    {
        get => _summary ?? Title;
        init => _summary = value;
    }

    /// <summary>
    /// The group that the rule is listed under, such as <c>namespaces</c>; <c>custom</c> where nothing else is set.
    /// </summary>
    public string Category { get; init; } = "custom";

    /// <summary>Whether a rule class, a parser or the tool itself reports it.</summary>
    public RuleKind Kind { get; init; }

    /// <summary>Severity under the default preset, for findings without a tier.</summary>
    public Severity DefaultSeverity { get; }

    /// <summary>
    /// Severity when a configuration turns on a rule that is off by default, a warning where nothing else is set;
    /// otherwise the default severity.
    /// </summary>
    public Severity EnabledSeverity
    {
        get => _enabledSeverity ?? (DefaultSeverity == Severity.Off ? Severity.Warning : DefaultSeverity);
        init => _enabledSeverity = value;
    }

    /// <summary>Named weights for rules whose findings differ; empty for most.</summary>
    public ImmutableArray<RuleTier> Tiers { get; init; } = [];

    /// <summary>The message templates; the first one is the default.</summary>
    public ImmutableArray<MessageTemplate> Messages { get; }

    /// <summary>Free tags: <c>security</c>, <c>build-error</c> …</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Ids of the same rule in other tools.</summary>
    public ImmutableArray<RuleAlias> Aliases { get; init; } = [];

    /// <summary>Ids of rules that say nothing where this one reports the same span.</summary>
    public ImmutableArray<string> Supersedes { get; init; } = [];

    /// <summary>
    /// The other behaviours that a configuration can give the rule; empty for most, and for all rules of other
    /// assemblies.
    /// </summary>
    public ImmutableArray<RuleBehaviour> Behaviours { get; internal init; } = [];

    /// <summary>CWE numbers.</summary>
    public ImmutableArray<int> Cwe { get; init; } = [];

    /// <summary>Sections of the CIS Docker Benchmark 1.8.0.</summary>
    public ImmutableArray<string> Cis { get; init; } = [];

    /// <summary>Sections of NIST SP 800-190.</summary>
    public ImmutableArray<string> Nist { get; init; } = [];

    /// <summary>Rules of the OWASP Docker Security Cheat Sheet.</summary>
    public ImmutableArray<string> Owasp { get; init; } = [];

    /// <summary>
    /// SARIF's <c>security-severity</c>, 0.1 to 10.0, or <c>null</c> where a finding is no security matter.
    /// </summary>
    public double? SecuritySeverity { get; init; }

    /// <summary>How often a finding is right.</summary>
    public RulePrecision Precision { get; init; } = RulePrecision.High;

    /// <summary>The stretch of a file within which places that have the same message are one finding.</summary>
    internal RuleStretch OncePer { get; init; }

    /// <summary>The edition that the rule came with.</summary>
    internal Edition Edition { get; init; } = Edition.First;

    /// <summary>
    /// The edition in which the rule became more severe, and its severity before; <c>null</c> where it never did.
    /// </summary>
    internal (Edition Edition, Severity Before)? Raised { get; init; }

    /// <summary>Whether some findings have a fix.</summary>
    public bool IsFixable => Fix is not null;

    /// <summary>How far the fixes can be trusted; <c>null</c> where there are none.</summary>
    public FixApplicability? Fix { get; internal init; }

    /// <summary>What an unsafe fix may change, one sentence; <c>null</c> for any other.</summary>
    public string? FixEffect { get; internal init; }

    /// <summary>The options that a configuration can set.</summary>
    public ImmutableArray<RuleOption> Options { get; init; } = [];

    /// <summary>The values of the options when nothing sets them.</summary>
    internal RuleOptionValues DefaultOptions => _defaultOptions ??= RuleOptionValues.Create(this);

    /// <summary>Absolute address of the rule's page, by http or https; <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentException">It is set to anything else.</exception>
    public string? HelpUri
    {
        get => _helpUri;
        init => _helpUri = RuleParts.CheckHelpUri(value, nameof(value));
    }

    /// <summary>Whether the reference builder, or Compose itself, refuses what the rule finds.</summary>
    public bool IsBuildError => Tags.Contains("build-error");

    /// <summary>Whether BuildKit runs the check only where it is asked for by name, and never skips it.</summary>
    internal bool IsExperimental => Tags.Contains("experimental");

    /// <summary>Whether BuildKit judges the file as a whole, without regard to comments above instructions.</summary>
    internal bool IsWholeFile => Tags.Contains("whole-file");

    /// <summary>The template with an id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public MessageTemplate GetMessage(string id)
    {
        foreach (MessageTemplate message in Messages)
        {
            if (message.Id == id)
            {
                return message;
            }
        }

        throw new ArgumentException($"{Id} has no message '{id}'.", nameof(id));
    }

    /// <summary>The option with a name, or <c>null</c>.</summary>
    internal RuleOption? FindOption(string name)
    {
        foreach (RuleOption option in Options)
        {
            if (option.Name == name)
            {
                return option;
            }
        }

        return null;
    }

    /// <summary>Severity of a finding under the default preset.</summary>
    /// <param name="tier">The finding's tier, or <c>null</c>.</param>
    /// <exception cref="ArgumentException">The rule has no such tier.</exception>
    public Severity GetDefaultSeverity(string? tier)
    {
        if (tier is null)
        {
            return DefaultSeverity;
        }

        foreach (RuleTier candidate in Tiers)
        {
            if (candidate.Name == tier)
            {
                return candidate.Severity;
            }
        }

        throw new ArgumentException($"{Id} has no tier '{tier}'.", nameof(tier));
    }

    /// <summary>
    /// Whether <paramref name="idOrName"/> is the id, the name or an id in another tool, without regard to case.
    /// </summary>
    public bool IsKnownAs(string idOrName)
    {
        if (
            string.Equals(Id, idOrName, StringComparison.OrdinalIgnoreCase)
            || string.Equals(Name, idOrName, StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        foreach (RuleAlias alias in Aliases)
        {
            if (alias.Contains(idOrName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether <paramref name="code"/> is the id or one of hadolint's numbers of the rule, exactly as written: hadolint
    /// knows no other spelling.
    /// </summary>
    internal bool IsHadolintRule(string code)
    {
        if (Id == code)
        {
            return true;
        }

        foreach (RuleAlias alias in Aliases)
        {
            if (alias.Peer == "hadolint" && alias.Ids.Contains(code))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The id, and hadolint's numbers of the rule.</summary>
    internal IEnumerable<string> HadolintIds
    {
        get
        {
            yield return Id;
            foreach (RuleAlias alias in Aliases)
            {
                if (alias.Peer == "hadolint")
                {
                    foreach (string id in alias.Ids)
                    {
                        yield return id;
                    }
                }
            }
        }
    }

    /// <summary>Id and name.</summary>
    public override string ToString() => $"{Id} {Name}";
}
