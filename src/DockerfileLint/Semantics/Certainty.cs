using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics;

/// <summary>How sure a derived value is; a higher value is less sure.</summary>
[Experimental(ExperimentalApi.Id)]
public enum Certainty
{
    /// <summary>The files alone decide it.</summary>
    Known,

    /// <summary>It holds unless a build argument or an environment variable from outside overrides a default.</summary>
    Default,

    /// <summary>Something outside the files decides it; the value is no more than a guess.</summary>
    Unknown,
}
