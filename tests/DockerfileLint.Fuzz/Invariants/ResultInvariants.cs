using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Invariants;

/// <summary>What holds for the result of every file.</summary>
internal static class ResultInvariants
{
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal static void Check(FileResult result)
    {
        if (result.Notifications.Length > 0)
        {
            throw new InvariantException(result.Notifications[0].Message.ToString());
        }

        CheckFindings(result);
    }

    /// <summary>What holds whatever there is to say beside the findings.</summary>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal static void CheckFindings(FileResult result)
    {
        var seen = new HashSet<(string, TextSpan, string?, string)>();
        var whole = new TextSpan(0, result.File!.Text.Length);
        Finding? previous = null;
        foreach (Finding finding in result.Findings)
        {
            if (
                !whole.Contains(finding.Location.Span)
                || finding.RelatedLocations.Any(related =>
                    related.Location.Span.End > related.Location.File.Text.Length
                )
            )
            {
                throw new InvariantException($"{finding} lies inside the file.");
            }

            if (
                previous is not null
                && (
                    previous.Location.Span.CompareTo(finding.Location.Span),
                    string.CompareOrdinal(previous.Rule.Id, finding.Rule.Id)
                ).CompareTo((0, 0)) > 0
            )
            {
                throw new InvariantException($"{previous} comes before {finding}.");
            }

            if (
                !seen.Add(
                    (
                        finding.Rule.Id,
                        finding.Location.Span,
                        finding.Tier,
                        finding.Rule.Kind == RuleKind.Parser ? finding.Message.ToString() : ""
                    )
                )
            )
            {
                throw new InvariantException($"{finding} is reported once.");
            }

            if (finding.Fingerprint.Length != 16 || finding.Severity == Severity.Off)
            {
                throw new InvariantException($"{finding} has a fingerprint and a severity.");
            }

            previous = finding;
        }

        if (result.Findings.Select(finding => finding.Fingerprint).Distinct().Count() != result.Findings.Length)
        {
            throw new InvariantException("Fingerprints tell findings apart.");
        }
    }
}
