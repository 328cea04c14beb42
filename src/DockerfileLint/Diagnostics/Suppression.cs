namespace DockerfileLint.Diagnostics;

/// <summary>Why a finding is not counted: a comment in the file, or an entry of a configuration file.</summary>
/// <param name="Location">The comment or the entry.</param>
/// <param name="Justification">The reason that it gives, or <c>null</c>.</param>
public sealed record Suppression(Location Location, string? Justification);
