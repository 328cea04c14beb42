namespace DockerfileLint.Diagnostics;

/// <summary>Weight of a finding; a higher value is worse.</summary>
public enum Severity
{
    /// <summary>Not reported.</summary>
    Off = 0,

    /// <summary>Taste: naming, casing, layout.</summary>
    Style = 1,

    /// <summary>Hardening and hygiene that most files lack.</summary>
    Info = 2,

    /// <summary>A real weakness or bug.</summary>
    Warning = 3,

    /// <summary>Breaks the build or opens the host.</summary>
    Error = 4,
}
