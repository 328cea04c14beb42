namespace DockerfileLint.Analysis;

/// <summary>Whose syntax suppressing comments are written in.</summary>
[Flags]
public enum SuppressionDialects
{
    /// <summary>Nobody's.</summary>
    None = 0,

    /// <summary>Ours: <c># dockerfile-lint ignore=…</c>.</summary>
    Own = 1,

    /// <summary>hadolint's: <c># hadolint ignore=…</c>.</summary>
    Hadolint = 2,

    /// <summary>BuildKit's: <c># check=skip=…</c>.</summary>
    BuildKit = 4,

    /// <summary>All that are known.</summary>
    All = Own | Hadolint | BuildKit,
}
