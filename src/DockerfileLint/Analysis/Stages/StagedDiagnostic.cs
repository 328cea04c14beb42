using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Stages;

/// <summary>A diagnostic with the severity that the configuration gives it.</summary>
internal readonly record struct RatedDiagnostic(Diagnostic Diagnostic, Severity Severity);

/// <summary>A diagnostic with its severity, and what suppresses it.</summary>
internal readonly record struct JudgedDiagnostic(Diagnostic Diagnostic, Severity Severity, Suppression? Suppression);
