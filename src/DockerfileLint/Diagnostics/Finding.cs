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
    private Finding(Finding other)
        : this(other.Diagnostic, other.Severity, other.Suppression, other.Fingerprint)
    {
        BaselineState = other.BaselineState;
        IsPreview = other.IsPreview;
        Fix = other.Fix;
        Fixability = other.Fixability;
    }

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

    /// <summary>
    /// The fix, proven of the text that the finding lies in, where the caller asked for fixes and there is one.
    /// </summary>
    public CodeFix? Fix { get; private init; }

    /// <summary>
    /// How far the fix can be trusted that the rule has for it, proven or not; <c>null</c> where there is none or
    /// nobody asked.
    /// </summary>
    internal FixApplicability? Fixability { get; private init; }

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
    internal Finding WithBaseline(BaselineState state) => new(this) { BaselineState = state };

    /// <summary>The same finding of a rule that is in preview.</summary>
    internal Finding AsPreview() => new(this) { IsPreview = true };

    /// <summary>The same finding with its fix.</summary>
    internal Finding WithFix(CodeFix fix) => new(this) { Fix = fix, Fixability = fix.Applicability };

    /// <summary>The same finding, of which is known that its rule has a fix.</summary>
    internal Finding WithFixability(FixApplicability fixability) => new(this) { Fixability = fixability };

    /// <summary><c>path:line:column severity id: message</c>.</summary>
    public override string ToString() => $"{Location} {Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}";
}
