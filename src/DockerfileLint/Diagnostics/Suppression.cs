namespace DockerfileLint.Diagnostics;

/// <summary>Why a finding is not counted: a comment in the file.</summary>
/// <param name="Location">The comment.</param>
/// <param name="Justification">The reason that the comment gives, or <c>null</c>.</param>
public sealed record Suppression(Location Location, string? Justification);
