using System.Collections.Immutable;

namespace DockerfileLint.Diagnostics;

/// <summary>One finding: a rule, a place and a message. Immutable.</summary>
public sealed class Diagnostic
{
    /// <summary>Creates a finding with the severity that its rule and tier have by default.</summary>
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
        Severity = rule.GetDefaultSeverity(tier);
    }

    private Diagnostic(Diagnostic other)
    {
        Rule = other.Rule;
        Location = other.Location;
        Message = other.Message;
        Tier = other.Tier;
        Severity = other.Severity;
        RelatedLocations = other.RelatedLocations;
        LogicalLocation = other.LogicalLocation;
        Suppression = other.Suppression;
        Fingerprint = other.Fingerprint;
    }

    /// <summary>The rule.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>The offending text.</summary>
    public Location Location { get; }

    /// <summary>What is wrong, why it matters, what to do.</summary>
    public DiagnosticMessage Message { get; }

    /// <summary>One of the rule's tiers, or <c>null</c>.</summary>
    public string? Tier { get; }

    /// <summary>The severity after configuration.</summary>
    public Severity Severity { get; private init; }

    /// <summary>Other places that explain the finding.</summary>
    public ImmutableArray<RelatedLocation> RelatedLocations { get; init; } = [];

    /// <summary>The stage or service that the finding belongs to, or <c>null</c>.</summary>
    public LogicalLocation? LogicalLocation { get; init; }

    /// <summary>Why the finding is not counted, or <c>null</c>.</summary>
    public Suppression? Suppression { get; private init; }

    /// <summary>
    /// 16 hexadecimal digits that survive edits elsewhere in the file; empty until the analysis is complete.
    /// </summary>
    public string Fingerprint { get; private init; } = "";

    /// <summary>The same finding with another severity.</summary>
    public Diagnostic WithSeverity(Severity severity) =>
        severity == Severity ? this : new Diagnostic(this) { Severity = severity };

    /// <summary>The same finding, suppressed.</summary>
    public Diagnostic WithSuppression(Suppression? suppression) => new(this) { Suppression = suppression };

    /// <summary>The same finding with its fingerprint.</summary>
    public Diagnostic WithFingerprint(string fingerprint) => new(this) { Fingerprint = fingerprint };

    /// <summary><c>path:line:column severity id: message</c>.</summary>
    public override string ToString() => $"{Location} {Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}";
}
