namespace DockerfileLint.Diagnostics;

/// <summary>
/// A stretch of a file within which a rule that repeats itself is heard once: <c>once-per</c> of its page.
/// </summary>
internal enum RuleStretch
{
    /// <summary>Each place is a finding.</summary>
    Place,

    /// <summary>Instructions of a Dockerfile that follow each other directly.</summary>
    Neighbours,

    /// <summary>An instruction of a Dockerfile.</summary>
    Instruction,

    /// <summary>A service of a Compose file.</summary>
    Service,

    /// <summary>The file.</summary>
    File,
}
