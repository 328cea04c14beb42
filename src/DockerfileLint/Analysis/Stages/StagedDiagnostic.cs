using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Stages;

/// <summary>A diagnostic with the severity that the configuration gives it.</summary>
internal readonly record struct RatedDiagnostic(Diagnostic Diagnostic, Severity Severity);

/// <summary>A diagnostic with its severity, and what suppresses it.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Suppression">What suppresses it, or <c>null</c>.</param>
/// <param name="IdentityLine">
/// The 0-based line that it is known by, where that is not its own; <see cref="WholeFile"/> where it is the only one of
/// its kind in the file.
/// </param>
internal readonly record struct JudgedDiagnostic(
    Diagnostic Diagnostic,
    Severity Severity,
    Suppression? Suppression,
    int? IdentityLine = null
)
{
    internal const int WholeFile = -1;
}
