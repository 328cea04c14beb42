namespace DockerfileLint;

/// <summary>
/// Marks the part of the public surface that may still change before 1.0: syntax trees, the semantic model, the rules
/// and what writes reports piece by piece.
/// </summary>
internal static class ExperimentalApi
{
    /// <summary>The diagnostic that a user of that part has to suppress.</summary>
    internal const string Id = "DOCKERFILELINT001";
}
