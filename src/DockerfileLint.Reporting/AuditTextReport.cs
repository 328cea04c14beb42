using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>
/// Audits for people: a table of the services of each project, and for each service what costs it points, what to do
/// about that, and what holds otherwise. No line is wider than 100 columns, whatever the files hold; nothing that they
/// hold reaches the terminal as a control character.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public static class AuditTextReport
{
    private const int MaximumWidth = 100;
    private const int MinimumWidth = 60;
    private const string Indent = "  ";

    private static readonly (string Heading, string Control, int Width)[] Columns =
    [
        ("USER", "user", 10),
        ("NET", "network-namespace", 4),
        ("PID", "pid-namespace", 4),
        ("IPC", "ipc-namespace", 4),
        ("UTS", "uts-namespace", 4),
        ("USR", "user-namespace", 4),
        ("CGR", "cgroup-namespace", 4),
        ("MEMORY", "memory", 7),
        ("CPU", "cpu", 4),
        ("PIDS", "pids", 5),
        ("CAPS", "capabilities", 4),
        ("ROOT", "root-file-system", 4),
    ];

    /// <summary>Writes a report.</summary>
    /// <param name="result">The audits.</param>
    /// <param name="writer">Where to write; stays open.</param>
    /// <param name="options">How it looks; plain and 100 columns wide unless set.</param>
    public static void Write(AuditResult result, TextWriter writer, TextOptions? options = null)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        if (writer is null)
        {
            throw new ArgumentNullException(nameof(writer));
        }

        int width = Math.Max(MinimumWidth, Math.Min(options?.Width ?? MaximumWidth, MaximumWidth));
        var palette = new AnsiPalette(options?.Color ?? false);
        var text = new StringBuilder();
        foreach (ProjectAudit project in result.Projects)
        {
            AppendProject(text, project, width, palette);
            writer.Write(VisibleText.EscapeLineStarts(text.ToString()));
            text.Clear();
        }

        AppendEnd(text, result, width);
        writer.Write(VisibleText.EscapeLineStarts(text.ToString()));
        writer.Flush();
    }

    private static void AppendProject(StringBuilder text, ProjectAudit project, int width, AnsiPalette palette)
    {
        string services =
            project.Language == Language.Compose ? ", " + Count(project.Services.Length, "service") : ", an image";
        AppendWrapped(
            text,
            $"{VisibleText.Escape(project.Path)}: hardening index {project.Index}{services}",
            "",
            width,
            palette.Strong
        );
        if (project.Language == Language.Compose)
        {
            text.Append('\n');
            AppendTable(text, project, width, palette);
        }

        foreach (ServiceAudit service in project.Services)
        {
            text.Append('\n');
            AppendService(text, service, width, palette);
        }

        text.Append('\n');
    }

    /// <summary>Appends the table; on a narrow terminal without its last columns.</summary>
    private static void AppendTable(StringBuilder text, ProjectAudit project, int width, AnsiPalette palette)
    {
        const int indexWidth = 6;
        int nameWidth = 18;
        int used = Indent.Length + nameWidth + 1 + indexWidth;
        int columns = 0;
        while (columns < Columns.Length && used + 1 + Columns[columns].Width <= width)
        {
            used += 1 + Columns[columns++].Width;
        }

        var line = new StringBuilder(Indent);
        AppendCell(line, "SERVICE", nameWidth);
        AppendCell(line.Append(' '), "INDEX", indexWidth);
        for (int i = 0; i < columns; i++)
        {
            AppendCell(line.Append(' '), Columns[i].Heading, Columns[i].Width);
        }

        text.Append(palette.Faint(line.ToString().TrimEnd())).Append('\n');
        foreach (ServiceAudit service in project.Services)
        {
            line.Clear().Append(Indent);
            AppendCell(line, service.Name, nameWidth);
            AppendCell(line.Append(' '), service.Index.ToString(), indexWidth);
            for (int i = 0; i < columns; i++)
            {
                AppendCell(line.Append(' '), service.Find(Columns[i].Control)?.Summary ?? "", Columns[i].Width);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }

    private static void AppendCell(StringBuilder line, string value, int width)
    {
        string shown = VisibleText.Escape(value);
        int column = 0;
        int limit = CharacterWidth.Measure(shown.AsSpan()) <= width ? width : width - 1;
        int i = 0;
        while (i < shown.Length)
        {
            int next = CharacterWidth.Get(shown.AsSpan(), i);
            if (column + next > limit)
            {
                line.Append('…');
                column++;
                break;
            }

            int length = VisibleText.GetLength(shown.AsSpan(), i);
            line.Append(shown, i, length);
            column += next;
            i += length;
        }

        line.Append(' ', width - column);
    }

    private static void AppendService(StringBuilder text, ServiceAudit service, int width, AnsiPalette palette)
    {
        string image = service.Image.Length > 0 ? $" ({VisibleText.Escape(service.Image)})" : "";
        AppendWrapped(
            text,
            $"{VisibleText.Escape(service.Name)}{image}: {service.Index}",
            Indent,
            width,
            palette.Strong
        );
        foreach (ControlAssessment control in service.Controls)
        {
            if (control.LosesPoints)
            {
                AppendLoss(text, control, width, palette);
            }
        }

        IEnumerable<string> kept = service
            .Controls.Where(control => !control.LosesPoints)
            .Select(control => $"{control.Control.Title}: {VisibleText.Escape(control.Value)}");
        AppendWrapped(text, "has  " + string.Join("; ", kept) + ".", Indent + Indent, width, paint: null);
    }

    private static void AppendLoss(StringBuilder text, ControlAssessment control, int width, AnsiPalette palette)
    {
        int least = control.Weight - control.UpperPoints;
        int most = control.Weight - control.LowerPoints;
        string points = least == most ? Number(most) : $"{Number(least)}–{Number(most)}";
        string place = control.Place is { } location ? VisibleText.Escape(location.ToString()) : "";
        string source = string.Join(" ", new[] { control.RuleId ?? "", place }.Where(part => part.Length > 0));
        AppendWrapped(
            text,
            $"-{points}  {control.Control.Title}: {VisibleText.Escape(control.Value)}"
                + (source.Length > 0 ? $"  [{source}]" : ""),
            Indent + Indent,
            width,
            control.State == ControlState.Unknown ? null : line => palette.Paint(Severity.Warning, line)
        );
        AppendWrapped(text, "help: " + control.Remedy, Indent + Indent + Indent, width, paint: null);
    }

    private static void AppendEnd(StringBuilder text, AuditResult result, int width)
    {
        AppendWrapped(
            text,
            "These files do not decide: "
                + string.Join("; ", UndecidedControl.All.Select(undecided => undecided.Title))
                + ".",
            "",
            width,
            paint: null
        );
        int services = result.Projects.Sum(project => project.Services.Length);
        string lowest = result.Lowest is { } index ? $", lowest index {index}" : "";
        AppendWrapped(
            text,
            services == 0
                ? "Nothing to audit."
                : $"{Count(services, "service or image", "services and images")}{lowest}; "
                    + $"{Count(result.Totals.Findings, "finding")} in {Count(result.Totals.Files, "file")}",
            "",
            width,
            paint: null
        );
    }

    /// <summary>Appends a text as lines that fit, breaking words where they are longer than a line.</summary>
    private static void AppendWrapped(
        StringBuilder text,
        string message,
        string indent,
        int width,
        Func<string, string>? paint
    )
    {
        var line = new StringBuilder();
        int column = 0;
        int available = width - indent.Length;
        foreach (string word in message.Split(' '))
        {
            int wordWidth = CharacterWidth.Measure(word.AsSpan());
            if (column > 0 && column + 1 + wordWidth > available)
            {
                Flush(hanging: 2);
            }

            if (column > 0)
            {
                line.Append(' ');
                column++;
            }

            for (int i = 0; i < word.Length; )
            {
                int length = VisibleText.GetLength(word.AsSpan(), i);
                int next = CharacterWidth.Get(word.AsSpan(), i);
                if (column + next > available)
                {
                    Flush(hanging: 2);
                }

                line.Append(word, i, length);
                column += next;
                i += length;
            }
        }

        Flush(hanging: 0);

        void Flush(int hanging)
        {
            text.Append(indent).Append(paint is null ? line.ToString() : paint(line.ToString())).Append('\n');
            line.Clear();
            column = 0;
            if (hanging > 0 && !indent.EndsWith("     ", StringComparison.Ordinal))
            {
                indent += new string(' ', indent.Length < 4 ? hanging : 5);
                available = width - indent.Length;
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(int count, string noun, string? plural = null) =>
        $"{Number(count)} {(count == 1 ? noun : plural ?? noun + "s")}";
}
