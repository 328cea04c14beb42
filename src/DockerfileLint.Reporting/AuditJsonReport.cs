using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>
/// Audits as one compact JSON object for scripts, byte for byte the same for the same audits;
/// <c>schemas/audit.schema.json</c> describes it.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public static class AuditJsonReport
{
    private const int FormatVersion = 1;

    /// <summary>Writes a report.</summary>
    /// <param name="result">The audits.</param>
    /// <param name="stream">Where to write, in UTF-8 without byte order mark; stays open.</param>
    /// <param name="exitCode">The exit code that the run will end with.</param>
    public static void Write(AuditResult result, Stream stream, int exitCode = 0)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        if (stream is null)
        {
            throw new ArgumentNullException(nameof(stream));
        }

        using (var writer = new Utf8JsonWriter(stream, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version"u8, FormatVersion);
            AuditJson.Write(writer, result);
            LintTotals totals = result.Totals;
            writer.WriteStartObject("summary"u8);
            writer.WriteNumber("projects"u8, result.Projects.Length);
            writer.WriteNumber("services"u8, result.Projects.Sum(project => project.Services.Length));
            if (result.Lowest is { } lowest)
            {
                writer.WriteStartObject("lowest"u8);
                writer.WriteNumber("lower"u8, lowest.Lower);
                writer.WriteNumber("upper"u8, lowest.Upper);
                writer.WriteEndObject();
            }

            writer.WriteNumber("files"u8, totals.Files);
            writer.WriteNumber("findings"u8, totals.Findings);
            writer.WriteNumber("errors"u8, totals.Count(Severity.Error));
            writer.WriteNumber("warnings"u8, totals.Count(Severity.Warning));
            writer.WriteNumber("infos"u8, totals.Count(Severity.Info));
            writer.WriteNumber("styles"u8, totals.Count(Severity.Style));
            writer.WriteNumber("suppressed"u8, totals.Suppressed);
            writer.WriteNumber("failures"u8, totals.Failures);
            writer.WriteNumber("exitCode"u8, exitCode);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        stream.Flush();
    }
}
