namespace DockerfileLint.Semantics;

/// <summary>How sure a fact is.</summary>
public enum Certainty : byte
{
    /// <summary>The file alone decides it.</summary>
    Known,

    /// <summary>It holds unless the caller's environment or command line says otherwise, such as the value of <c>${TAG:-latest}</c>.</summary>
    Default,

    /// <summary>It depends on something that the files do not tell; a rule must not claim it.</summary>
    Unknown,
}
