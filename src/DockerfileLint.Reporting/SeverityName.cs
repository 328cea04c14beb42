using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>The words for severities in reports; the same as in configuration files.</summary>
internal static class SeverityName
{
    internal static string GetName(this Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "info",
            Severity.Style => "style",
            _ => "off",
        };
}
