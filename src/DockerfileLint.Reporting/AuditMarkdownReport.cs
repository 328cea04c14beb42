using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Analysis.Languages;

namespace DockerfileLint.Reporting;

/// <summary>
/// Audits as Markdown, as forges show it: a table of the services of each project, and for each service the isolation
/// matrix. What the files hold makes no markup.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public static class AuditMarkdownReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="result">The audits.</param>
    /// <param name="writer">Where to write; stays open.</param>
    public static void Write(AuditResult result, TextWriter writer)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        if (writer is null)
        {
            throw new ArgumentNullException(nameof(writer));
        }

        writer.Write("# Audit\n");
        foreach (ProjectAudit project in result.Projects)
        {
            WriteProject(project, writer);
        }

        writer.Write("\n## Not decided by these files\n\n");
        foreach (UndecidedControl undecided in UndecidedControl.All)
        {
            writer.Write($"- **{undecided.Title}.** {undecided.DecidedBy}\n");
        }

        writer.Flush();
    }

    private static void WriteProject(ProjectAudit project, TextWriter writer)
    {
        writer.Write($"\n## {Escape(project.Path)}\n\nHardening index: **{project.Index}** of 100\n");
        if (project.Language == Language.Compose)
        {
            writer.Write("\n| service | index | image | points lost |\n|---|---|---|---|\n");
            foreach (ServiceAudit service in project.Services)
            {
                IEnumerable<string> lost = service
                    .Controls.Where(control => control.LosesPoints)
                    .Select(control => $"{control.Control.Title} {DescribeLoss(control)}");
                writer.Write(
                    $"| {Escape(service.Name)} | {service.Index} | {Escape(service.Image)} | "
                        + $"{string.Join(", ", lost)} |\n"
                );
            }
        }

        foreach (ServiceAudit service in project.Services)
        {
            writer.Write($"\n### {Escape(service.Name)}: {service.Index}\n\n");
            writer.Write("| control | value | lost | rule | place | remedy |\n|---|---|---|---|---|---|\n");
            foreach (ControlAssessment control in service.Controls)
            {
                string place = control.Place is { } location ? Escape(location.ToString()) : "";
                writer.Write(
                    $"| {control.Control.Title} | {Escape(control.Value)} | {DescribeLoss(control)} | "
                        + $"{(control.LosesPoints ? control.RuleId : "")} | {place} | "
                        + $"{(control.LosesPoints ? Escape(control.Remedy) : "")} |\n"
                );
            }
        }
    }

    private static string DescribeLoss(ControlAssessment control)
    {
        int least = control.Weight - control.UpperPoints;
        int most = control.Weight - control.LowerPoints;
        return most == 0 ? ""
            : least == most ? most.ToString(CultureInfo.InvariantCulture)
            : string.Format(CultureInfo.InvariantCulture, "{0}\u2013{1}", least, most);
    }

    /// <summary>The text with nothing in it that means something in Markdown, HTML or a table.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in VisibleText.Escape(text))
        {
            switch (c)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '@':
                    // Forges would tell who has that name.
                    escaped.Append("&#64;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '|' or '#' or '!' or '$':
                    escaped.Append('\\').Append(c);
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        // An address would become a link.
        return escaped.Replace("://", ":&#47;/").Replace("www.", "www&#46;").ToString();
    }
}
