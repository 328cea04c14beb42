using System.Text.Json;

namespace DockerfileLint.Reporting;

/// <summary>An issue as Code Climate defines it and GitLab reads it.</summary>
internal static class CodeQualityIssue
{
    /// <summary>Writes an issue.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="severity">Its severity in Code Climate's words.</param>
    internal static void Write(Utf8JsonWriter writer, ReportedFinding finding, string severity)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "issue"u8);
        writer.WriteText("check_name"u8, finding.Rule);
        writer.WriteText("description"u8, finding.FullText);
        writer.WriteStartArray("categories"u8);
        writer.WriteStringValue(finding.Source.Rule.SecuritySeverity is null ? "Bug Risk"u8 : "Security"u8);
        writer.WriteEndArray();
        writer.WriteString("severity"u8, severity);
        writer.WriteText("fingerprint"u8, finding.Source.Fingerprint);
        writer.WriteStartObject("location"u8);
        writer.WriteText("path"u8, finding.Path);
        writer.WriteStartObject("lines"u8);
        writer.WriteNumber("begin"u8, finding.Line);
        writer.WriteNumber("end"u8, finding.EndLine);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
