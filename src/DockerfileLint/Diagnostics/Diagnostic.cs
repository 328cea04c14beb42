using System.Collections.Immutable;

namespace DockerfileLint.Diagnostics;

/// <summary>What a rule or a parser says: a rule, a place and a message. Immutable.</summary>
public sealed class Diagnostic
{
    /// <summary>Creates a diagnostic.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="location">The offending text, as tight as possible.</param>
    /// <param name="message">What is wrong, why it matters, what to do.</param>
    /// <param name="tier">One of the rule's tiers, or <c>null</c>.</param>
    /// <exception cref="ArgumentException">The rule has no such tier.</exception>
    public Diagnostic(RuleDescriptor rule, Location location, DiagnosticMessage message, string? tier = null)
    {
        Rule = rule ?? throw new ArgumentNullException(nameof(rule));
        Location = location ?? throw new ArgumentNullException(nameof(location));
        Message = message ?? throw new ArgumentNullException(nameof(message));
        Tier = tier;

        // Refuses a tier that the rule does not have.
        rule.GetDefaultSeverity(tier);
    }

    /// <summary>The rule.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>The offending text.</summary>
    public Location Location { get; }

    /// <summary>What is wrong, why it matters, what to do.</summary>
    public DiagnosticMessage Message { get; }

    /// <summary>One of the rule's tiers, or <c>null</c>.</summary>
    public string? Tier { get; }

    /// <summary>Other places that explain the finding.</summary>
    public ImmutableArray<RelatedLocation> RelatedLocations { get; init; } = [];

    /// <summary>
    /// How the finding comes about, from where it starts to the text that decides it, its own place among them; empty
    /// where one place says it all.
    /// </summary>
    public ImmutableArray<RelatedLocation> Flow { get; init; } = [];

    /// <summary>The stage or service that the finding belongs to, or <c>null</c>.</summary>
    public LogicalLocation? LogicalLocation { get; init; }

    /// <summary><c>path:line:column id: message</c>.</summary>
    public override string ToString() => $"{Location} {Rule.Id}: {Message}";
}
