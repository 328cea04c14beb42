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

    /// <summary>Trivy's: <c># trivy:ignore:…</c>.</summary>
    Trivy = 8,

    /// <summary>Checkov's: <c># checkov:skip=…</c>, for the whole file.</summary>
    Checkov = 16,

    /// <summary>KICS's: <c># kics-scan ignore-line</c>, <c># kics-scan disable=…</c>.</summary>
    Kics = 32,

    /// <summary>Semgrep's: <c># nosemgrep: …</c>.</summary>
    Semgrep = 64,

    /// <summary>tally's: <c># tally ignore=…</c>.</summary>
    Tally = 128,

    /// <summary>dclint's, in Compose files: <c># dclint disable-line …</c>.</summary>
    Dclint = 256,

    /// <summary>Those that count unless a caller says otherwise.</summary>
    Default = Own | Hadolint | BuildKit,
}
