using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DockerfileLint.Analysis.Audits;

/// <summary>
/// How hard something is, from 0 to 100: the share of the points of its controls that it has. Where files do not tell
/// enough it is a range, both ends included.
/// </summary>
/// <param name="Lower">What it has for certain, from 0 to 100.</param>
/// <param name="Upper">What it has if all that is unknown turns out well, not below <paramref name="Lower"/>.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct HardeningIndex(int Lower, int Upper)
{
    /// <summary>Whether both ends are the same.</summary>
    public bool IsExact => Lower == Upper;

    /// <summary>The number, or both ends with a dash between them.</summary>
    public override string ToString() =>
        IsExact
            ? Lower.ToString(CultureInfo.InvariantCulture)
            : string.Format(CultureInfo.InvariantCulture, "{0}\u2013{1}", Lower, Upper);

    /// <summary>The index of controls: their points as a share of their weights, rounded down.</summary>
    internal static HardeningIndex Of(IEnumerable<ControlAssessment> controls)
    {
        int weight = 0;
        int lower = 0;
        int upper = 0;
        foreach (ControlAssessment control in controls)
        {
            weight += control.Weight;
            lower += control.LowerPoints;
            upper += control.UpperPoints;
        }

        return weight == 0
            ? new HardeningIndex(100, 100)
            : new HardeningIndex(lower * 100 / weight, upper * 100 / weight);
    }

    /// <summary>The mean, rounded down; of nothing 100, since nothing is open.</summary>
    internal static HardeningIndex Average(IReadOnlyCollection<ServiceAudit> services) =>
        services.Count == 0
            ? new HardeningIndex(100, 100)
            : new HardeningIndex(
                services.Sum(service => service.Index.Lower) / services.Count,
                services.Sum(service => service.Index.Upper) / services.Count
            );
}
