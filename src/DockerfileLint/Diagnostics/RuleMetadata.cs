using System.Collections.Immutable;

namespace DockerfileLint.Diagnostics;

/// <summary>Who reports a rule.</summary>
public enum RuleKind
{
    /// <summary>A rule class that visits the semantic model.</summary>
    Rule,

    /// <summary>A parser, while it reads a file.</summary>
    Parser,

    /// <summary>The analysis or the tool itself: never a finding, always a <see cref="Notification"/>.</summary>
    Notification,

    /// <summary>
    /// Another program, asked for its opinion of a part of the file. Its rules are in no catalogue: a descriptor is
    /// made for each that it reports.
    /// </summary>
    External,
}

/// <summary>Whose judgement a rule follows where linters differ.</summary>
public enum RuleBehaviour
{
    /// <summary>This library's own.</summary>
    Own,

    /// <summary>hadolint's, to the letter.</summary>
    Hadolint,

    /// <summary>That of BuildKit's build checks, to the letter.</summary>
    BuildKit,
}

/// <summary>How often a finding is right; SARIF's <c>precision</c>.</summary>
public enum RulePrecision
{
    /// <summary>Often a matter of context.</summary>
    Low,

    /// <summary>Usually right.</summary>
    Medium,

    /// <summary>Nearly always right.</summary>
    High,

    /// <summary>Decided by the file alone.</summary>
    VeryHigh,
}

/// <summary>A named weight of a rule's findings.</summary>
/// <param name="Name">Kebab-case name.</param>
/// <param name="Severity">Severity under the default preset.</param>
public sealed record RuleTier(string Name, Severity Severity);

/// <summary>
/// A message with numbered placeholders <c>{0}</c>, <c>{1}</c> …; literal braces are doubled.
/// </summary>
/// <param name="Id">Kebab-case id, <c>default</c> for the first.</param>
/// <param name="Text">What is wrong, in one sentence.</param>
/// <param name="Help">What to do, in one sentence with placeholders of the same values, or <c>null</c>.</param>
public sealed record MessageTemplate(string Id, string Text, string? Help = null)
{
    /// <summary>Both sentences, for readers that have one field for them.</summary>
    public string FullText => Help is null ? Text : Text + " " + Help;
}

/// <summary>The ids of a rule in another tool.</summary>
/// <param name="Peer">Key of the tool: <c>hadolint</c>, <c>buildkit</c>, <c>kics</c> …</param>
/// <param name="Ids">Ids there.</param>
public sealed record RuleAlias(string Peer, ImmutableArray<string> Ids)
{
    internal bool Contains(string id)
    {
        foreach (string candidate in Ids)
        {
            if (string.Equals(candidate, id, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
