using System.Text.Json;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>Writes audits as JSON values, as <c>schemas/audit.schema.json</c> describes them.</summary>
internal static class AuditJson
{
    /// <summary>
    /// Writes the properties <c>projects</c>, <c>controls</c> and <c>undecided</c> into an open object.
    /// </summary>
    internal static void Write(Utf8JsonWriter writer, AuditResult result)
    {
        writer.WriteStartArray("projects"u8);
        foreach (ProjectAudit project in result.Projects)
        {
            WriteProject(writer, project);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("controls"u8);
        foreach (AuditControl control in AuditControl.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, control.Id);
            writer.WriteString("group"u8, GetName(control.Group));
            writer.WriteString("title"u8, control.Title);
            writer.WriteNumber("weight"u8, control.Weight);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("undecided"u8);
        foreach (UndecidedControl undecided in UndecidedControl.All)
        {
            writer.WriteStartObject();
            writer.WriteString("title"u8, undecided.Title);
            writer.WriteString("decidedBy"u8, undecided.DecidedBy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The name of a group in data.</summary>
    internal static string GetName(AuditGroup group) => group.ToString().ToLowerInvariant();

    /// <summary>The name of a state in data.</summary>
    internal static string GetName(ControlState state) => state.ToString().ToLowerInvariant();

    /// <summary>Writes an index as an object of its ends.</summary>
    internal static void WriteIndex(Utf8JsonWriter writer, HardeningIndex index)
    {
        writer.WriteStartObject("index"u8);
        writer.WriteNumber("lower"u8, index.Lower);
        writer.WriteNumber("upper"u8, index.Upper);
        writer.WriteEndObject();
    }

    private static void WriteProject(Utf8JsonWriter writer, ProjectAudit project)
    {
        writer.WriteStartObject();
        writer.WriteText("path"u8, project.Path);
        writer.WriteString("kind"u8, project.Language.Id);
        if (project.Language == Language.Compose)
        {
            writer.WriteString("target"u8, project.Target.ToString().ToLowerInvariant());
        }

        WriteTexts(writer, "files"u8, project.FilePaths);
        WriteTexts(writer, "dockerfiles"u8, project.Dockerfiles);
        WriteIndex(writer, project.Index);
        writer.WriteStartArray("services"u8);
        foreach (ServiceAudit service in project.Services)
        {
            WriteService(writer, service);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteTextValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteService(Utf8JsonWriter writer, ServiceAudit service)
    {
        writer.WriteStartObject();
        writer.WriteText("name"u8, service.Name);
        writer.WriteText("image"u8, service.Image);
        WritePlace(writer, service.Place);
        WriteIndex(writer, service.Index);
        writer.WriteStartArray("controls"u8);
        foreach (ControlAssessment control in service.Controls)
        {
            WriteControl(writer, control);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteControl(Utf8JsonWriter writer, ControlAssessment control)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, control.Control.Id);
        writer.WriteString("state"u8, GetName(control.State));
        writer.WriteText("value"u8, VisibleText.Escape(control.Value));
        if (control.Weight > 0)
        {
            writer.WriteStartObject("points"u8);
            writer.WriteNumber("weight"u8, control.Weight);
            writer.WriteNumber("lower"u8, control.LowerPoints);
            writer.WriteNumber("upper"u8, control.UpperPoints);
            writer.WriteEndObject();
        }

        if (control.Place is { } place)
        {
            WritePlace(writer, place);
        }

        if (!control.Steps.IsEmpty)
        {
            writer.WriteStartArray("steps"u8);
            foreach (FactStep step in control.Steps)
            {
                writer.WriteStartObject();
                WritePlace(writer, new Location(step.Span));
                writer.WriteText("message"u8, VisibleText.Escape(step.Message));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (control.LosesPoints)
        {
            if (control.RuleId is { } rule)
            {
                writer.WriteText("rule"u8, rule);
            }

            if (control.Finding is { Fingerprint: { Length: > 0 } fingerprint })
            {
                writer.WriteText("finding"u8, fingerprint);
            }

            writer.WriteString("remedy"u8, control.Remedy);
        }

        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, Location place)
    {
        LinePosition start = place.LineSpan.Start;
        writer.WriteStartObject("place"u8);
        writer.WriteText("path"u8, place.File.Path);
        writer.WriteNumber("line"u8, start.Line + 1);
        writer.WriteNumber("column"u8, start.Character + 1);
        writer.WriteEndObject();
    }
}
