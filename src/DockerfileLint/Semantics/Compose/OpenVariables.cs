namespace DockerfileLint.Semantics.Compose;

/// <summary>What the variables that a project's files leave open are taken for.</summary>
internal enum OpenVariables
{
    /// <summary>Nobody knows what they hold.</summary>
    Unknown,

    /// <summary>Nobody sets them, and Compose takes them as empty.</summary>
    Unset,

    /// <summary>
    /// The environment file of a folder above the project sets them: Compose reads it for who calls it there.
    /// </summary>
    FromAbove,
}
