using System.Collections.Immutable;

namespace DockerfileLint.Diagnostics;

/// <summary>
/// A diagnostic as it is reported: with the severity that the configuration gives it, what suppresses it, and an
/// identity. Immutable.
/// </summary>
/// <param name="diagnostic">What a rule says.</param>
/// <param name="severity">The severity after configuration.</param>
/// <param name="suppression">Why the finding is not counted, or <c>null</c>.</param>
/// <param name="fingerprint">16 hexadecimal digits that survive edits elsewhere in the file.</param>
public sealed class Finding(Diagnostic diagnostic, Severity severity, Suppression? suppression, string fingerprint)
{
    /// <summary>What a rule says.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic ?? throw new ArgumentNullException(nameof(diagnostic));

    /// <summary>The severity after configuration.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>Why the finding is not counted, or <c>null</c>.</summary>
    public Suppression? Suppression { get; } = suppression;

    /// <summary>16 hexadecimal digits that survive edits elsewhere in the file.</summary>
    public string Fingerprint { get; } = fingerprint ?? throw new ArgumentNullException(nameof(fingerprint));

    /// <summary>How the finding stands to a baseline.</summary>
    public BaselineState BaselineState { get; private init; }

    /// <summary>Whether the finding counts: nothing suppresses it, and it is new where there is a baseline.</summary>
    public bool IsCounted => Suppression is null && BaselineState != BaselineState.Unchanged;

    /// <summary>
    /// Whether the rule came after the edition that the project holds on to, so that the finding fails no run.
    /// </summary>
    public bool IsPreview { get; private init; }

    /// <summary>The rule.</summary>
    public RuleDescriptor Rule => Diagnostic.Rule;

    /// <summary>The offending text.</summary>
    public Location Location => Diagnostic.Location;

    /// <summary>What is wrong, why it matters, what to do.</summary>
    public DiagnosticMessage Message => Diagnostic.Message;

    /// <summary>One of the rule's tiers, or <c>null</c>.</summary>
    public string? Tier => Diagnostic.Tier;

    /// <summary>Other places that explain the finding.</summary>
    public ImmutableArray<RelatedLocation> RelatedLocations => Diagnostic.RelatedLocations;

    /// <summary>
    /// How the finding comes about, from where it starts to the text that decides it; empty where one place says it
    /// all.
    /// </summary>
    public ImmutableArray<RelatedLocation> Flow => Diagnostic.Flow;

    /// <summary>The stage or service that the finding belongs to, or <c>null</c>.</summary>
    public LogicalLocation? LogicalLocation => Diagnostic.LogicalLocation;

    /// <summary>The same finding compared with a baseline.</summary>
    internal Finding WithBaseline(BaselineState state) =>
        new(Diagnostic, Severity, Suppression, Fingerprint) { BaselineState = state, IsPreview = IsPreview };

    /// <summary>The same finding of a rule that is in preview.</summary>
    internal Finding AsPreview() =>
        new(Diagnostic, Severity, Suppression, Fingerprint) { BaselineState = BaselineState, IsPreview = true };

    /// <summary><c>path:line:column severity id: message</c>.</summary>
    public override string ToString() => $"{Location} {Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}";
}
