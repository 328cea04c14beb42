using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Audits;

/// <summary>
/// The isolation matrix of a service with its hardening index; of a Dockerfile that no service is built from, what its
/// image decides. Immutable.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ServiceAudit
{
    internal ServiceAudit(string name, string image, Location place, ImmutableArray<ControlAssessment> controls)
    {
        Name = name;
        Image = image;
        Place = place;
        Controls = controls;
        Index = HardeningIndex.Of(controls);
    }

    /// <summary>The name of the service; that of the stage for an image.</summary>
    public string Name { get; }

    /// <summary>The image as it is written, or the path of the Dockerfile; may be empty.</summary>
    public string Image { get; }

    /// <summary>Where the service is defined.</summary>
    public Location Place { get; }

    /// <summary>
    /// The rows in the order of <see cref="AuditControl.All"/>; those that do not apply are left out.
    /// </summary>
    public ImmutableArray<ControlAssessment> Controls { get; }

    /// <summary>The index.</summary>
    public HardeningIndex Index { get; }

    /// <summary>The row of a control, or <c>null</c> where it does not apply.</summary>
    public ControlAssessment? Find(string controlId) =>
        Controls.FirstOrDefault(assessment => assessment.Control.Id == controlId);

    /// <summary>The same audit with the findings that say what is lost.</summary>
    internal ServiceAudit With(AuditFindings findings) =>
        new(
            Name,
            Image,
            Place,
            [
                .. Controls.Select(control =>
                    control.LosesPoints && findings.Find(this, control) is { } finding
                        ? control.WithFinding(finding)
                        : control
                ),
            ]
        );
}
