using DockerfileLint.Diagnostics;

namespace DockerfileLint.Tests.Testing;

/// <summary>Makes findings of diagnostics without an analysis, and tells where one holds.</summary>
internal static class TestFindings
{
    /// <param name="diagnostic">What a rule says.</param>
    /// <param name="severity">The severity, or <c>null</c> for the one that the rule has by default.</param>
    /// <param name="suppression">What suppresses it, or <c>null</c>.</param>
    /// <param name="fingerprint">The fingerprint.</param>
    internal static Finding ToFinding(
        this Diagnostic diagnostic,
        Severity? severity = null,
        Suppression? suppression = null,
        string fingerprint = ""
    ) => new(diagnostic, severity ?? diagnostic.Rule.GetDefaultSeverity(diagnostic.Tier), suppression, fingerprint);

    /// <summary>The places where a rule says the same: its own, and those that repeat it.</summary>
    internal static IEnumerable<Location> GetPlaces(this Diagnostic diagnostic) =>
        diagnostic
            .RelatedLocations.Where(related => related.IsRepetition)
            .Select(related => related.Location)
            .Prepend(diagnostic.Location);
}
