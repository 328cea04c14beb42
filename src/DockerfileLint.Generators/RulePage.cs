namespace DockerfileLint.Generators;

/// <summary>What the generator needs of a page, as values.</summary>
/// <remarks>
/// Where the page has errors, the values are the best guess, so that one error does not bring a hundred from the
/// compiler.
/// </remarks>
internal sealed record RulePage(
    string Path,
    string Id,
    string Name,
    string Title,
    string Summary,
    string Category,
    string Kind,
    string Severity,
    string EnabledSeverity,
    string? Edition,
    EquatableArray<string> Raised,
    string Precision,
    string OncePer,
    string? SecuritySeverity,
    string? Fix,
    string? FixEffect,
    EquatableArray<RulePageTier> Tiers,
    EquatableArray<RulePageMessage> Messages,
    EquatableArray<string> Tags,
    EquatableArray<RulePageAlias> Aliases,
    EquatableArray<RulePageReference> Supersedes,
    EquatableArray<RulePageBehaviour> Behaviours,
    EquatableArray<string> Cwe,
    EquatableArray<string> Cis,
    EquatableArray<string> Nist,
    EquatableArray<string> Owasp,
    EquatableArray<RulePageOption> Options,
    SourceLocation IdLocation,
    SourceLocation NameLocation
)
{
    private const string SiteUri = "https://dockerfilelint.github.io/dockerfilelint/";

    /// <summary>
    /// The name of the descriptor's property, and the start of the name of the class with the messages.
    /// </summary>
    internal string PropertyName => Names.ToPascalCase(Name);

    internal string FileName => Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);

    internal bool HasClass => Kind == "rule";

    /// <summary>The page of the rule in the site that <c>eng/site</c> makes; a change of the name keeps it.</summary>
    internal string HelpUri => $"{SiteUri}rules/{Id}.html";
}

internal sealed record RulePageTier(string Name, string Severity);

/// <summary>A message.</summary>
/// <param name="Id">Its id, <c>default</c> for the first.</param>
/// <param name="Template">What is wrong, with numbered placeholders.</param>
/// <param name="Help">What to do, with placeholders of the same numbering, or <c>null</c>.</param>
/// <param name="Parameters">The names of the placeholders, those of the template first.</param>
internal sealed record RulePageMessage(string Id, string Template, string? Help, EquatableArray<string> Parameters);

internal sealed record RulePageAlias(string Peer, EquatableArray<string> Ids);

internal sealed record RulePageReference(string Id, SourceLocation Location);

/// <summary>A peer whose exact behaviour the rule can take.</summary>
/// <param name="Peer">Key of the peer.</param>
/// <param name="NeedsClass">
/// Whether the rule finds something else then, which is the work of a class; otherwise comments alone are treated as
/// the peer treats them.
/// </param>
/// <param name="Location">Where the page says so.</param>
internal sealed record RulePageBehaviour(string Peer, bool NeedsClass, SourceLocation Location);

/// <summary>An option; the bounds count where it is an integer.</summary>
internal sealed record RulePageOption(string Name, string Type, string Default, int Minimum, int Maximum)
{
    internal bool IsChoice => PageOptionType.IsChoice(Type);
}

/// <summary>A page, or <c>null</c> where it lacks id or name, and what is wrong with it.</summary>
internal sealed record RulePageResult(RulePage? Page, EquatableArray<Problem> Problems);
