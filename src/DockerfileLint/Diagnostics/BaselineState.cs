namespace DockerfileLint.Diagnostics;

/// <summary>How a finding stands to a baseline: SARIF's <c>baselineState</c>.</summary>
public enum BaselineState
{
    /// <summary>There is no baseline.</summary>
    None,

    /// <summary>The baseline does not have it.</summary>
    New,

    /// <summary>The baseline has it, so that it does not count.</summary>
    Unchanged,
}
