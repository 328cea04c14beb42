using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Site;
using DockerfileLint.Text;
using NUnit.Framework;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// A text with marks around the findings that it must give: <c>[|span|]</c> for the rule under test,
/// <c>{|DL3002:span|}</c> for a named one. Marks may nest and may be empty.
/// </summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Marks">The marked spans in text order.</param>
internal sealed record MarkedText(string Text, IReadOnlyList<Mark> Marks)
{
    private const int IdLength = 6;

    /// <summary>Takes the marks out.</summary>
    /// <param name="markup">The marked text.</param>
    /// <param name="rule">The rule that <c>[|span|]</c> stands for.</param>
    internal static MarkedText Parse(string markup, string? rule = null)
    {
        var text = new StringBuilder(markup.Length);
        var marks = new List<Mark>();
        var open = new Stack<(char Close, int Start, string Rule)>();
        for (int i = 0; i < markup.Length; i++)
        {
            bool isPair = i + 1 < markup.Length;
            if (isPair && markup[i] == '[' && markup[i + 1] == '|')
            {
                open.Push(
                    (
                        ']',
                        text.Length,
                        rule ?? throw new FormatException("[| |] needs a rule under test; write {|ID: |}.")
                    )
                );
                i++;
            }
            else if (isPair && markup[i] == '{' && markup[i + 1] == '|')
            {
                open.Push(('}', text.Length, markup.Substring(i + 2, IdLength)));
                i += 2 + IdLength;
            }
            else if (
                isPair
                && markup[i] == '|'
                && open.TryPeek(out (char Close, int Start, string Rule) last)
                && markup[i + 1] == last.Close
            )
            {
                open.Pop();
                marks.Add(new Mark(last.Rule, TextSpan.FromBounds(last.Start, text.Length)));
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        if (open.Count > 0)
        {
            throw new FormatException($"A mark of {open.Peek().Rule} is not closed.");
        }

        return new MarkedText(
            text.ToString(),
            [.. marks.OrderBy(mark => mark.Span).ThenBy(mark => mark.Rule, StringComparer.Ordinal)]
        );
    }

    /// <summary>
    /// Fails where the findings are not exactly the marks, and shows the text with carets under what is missing and
    /// what is too much.
    /// </summary>
    internal void Verify(IEnumerable<Diagnostic> findings)
    {
        Diagnostic[] found = [.. findings];
        Mark[] actual =
        [
            .. found
                .SelectMany(finding => finding.GetPlaces().Select(place => new Mark(finding.Rule.Id, place.Span)))
                .OrderBy(mark => mark.Span)
                .ThenBy(mark => mark.Rule, StringComparer.Ordinal),
        ];
        if (actual.SequenceEqual(Marks))
        {
            return;
        }

        var report = new StringBuilder("The findings are not the marked ones.\n");
        Append(report, "Missing", Marks.Except(actual));
        Append(report, "Not marked", actual.Except(Marks));
        Append(
            report,
            "Found twice",
            actual.GroupBy(mark => mark).Where(group => group.Count() > 1).Select(group => group.Key)
        );
        foreach (Diagnostic finding in found)
        {
            report.Append(CultureInfo.InvariantCulture, $"  {finding}\n");
        }

        Assert.Fail(report.ToString());
    }

    /// <summary>
    /// As <see cref="Verify(IEnumerable{Diagnostic})"/>, for the findings of a file that no comment suppresses; nothing
    /// may have crashed.
    /// </summary>
    internal void Verify(FileResult result)
    {
        Assert.That(result.Notifications, Is.Empty);
        Verify(result.Findings.Where(finding => finding.Suppression is null).Select(finding => finding.Diagnostic));
    }

    private void Append(StringBuilder report, string title, IEnumerable<Mark> marks)
    {
        var file = new SourceFile("Dockerfile", SourceText.From(Text));
        CaretMark[] carets = [.. marks.Select(mark => CaretMark.From(file.Text, mark.Span, mark.Rule))];
        if (carets.Length > 0)
        {
            report.Append(CultureInfo.InvariantCulture, $"{title}:\n{CaretMarks.Render(Text, carets)}\n");
        }
    }
}

/// <summary>A span and the rule that must report it.</summary>
internal sealed record Mark(string Rule, TextSpan Span);
