using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Text;
using FluentAssertions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

/// <summary>Summaries, read by a parser of GitHub's Markdown.</summary>
internal sealed class MarkdownReporterTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseEmphasisExtras()
        .UseTaskLists()
        .UseFootnotes()
        .Build();

    [Test]
    public void The_table_has_the_files_with_findings_the_most_severe_first()
    {
        Table table = Markdown.Parse(MarkdownReport.ToString(Sample.PlainRun()), GitHub).OfType<Table>().Single();

        table
            .OfType<TableRow>()
            .Skip(1)
            .Select(row => string.Join("|", row.OfType<TableCell>().Select(GetText)))
            .Should()
            .Equal("compose.yaml|1|||", "api/Dockerfile||1|1|1");
    }

    [Test]
    public void Nothing_in_a_file_or_a_path_is_markup()
    {
        FileResult[] files = [.. Sample.HostileRun()];
        MarkdownDocument document = Markdown.Parse(MarkdownReport.ToString(files), GitHub);

        document
            .Descendants<LinkInline>()
            .Select(link => link.Url)
            .Should()
            .OnlyContain(url => url!.StartsWith("https://example.org/rules/TL"));
        document.Descendants<AutolinkInline>().Should().BeEmpty();
        document.Descendants<HtmlInline>().Should().OnlyContain(tag => tag.Tag == "<code>" || tag.Tag == "</code>");
        document
            .Descendants<HtmlBlock>()
            .SelectMany(block => block.Lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Should()
            .OnlyContain(line =>
                line == "<details>"
                || line == "</details>"
                || line.StartsWith("<summary><code>") && !line.Contains("<p>")
            );
        document.Descendants<Table>().Single().Count.Should().Be(files.Count(HasFindings) + 1);
        document
            .Descendants<ListItemBlock>()
            .Should()
            .HaveCount(
                files.Sum(file => file.Findings.Count(finding => finding.IsCounted) + file.Notifications.Length)
            );
        document.Descendants<ListBlock>().Should().HaveCount(files.Count(HasFindings) + 1, "no list ends early");

        static bool HasFindings(FileResult file) => file.Findings.Any(finding => finding.IsCounted);
    }

    [TestCase("@octocat")]
    [TestCase("fixes #12")]
    [TestCase("https://example.org/x")]
    [TestCase("www.example.org")]
    [TestCase("[x](https://example.org)")]
    [TestCase("![x](https://example.org)")]
    [TestCase("&lt;b&gt; ``` <script>")]
    [TestCase("|---|")]
    public void A_value_is_code_wherever_it_stands(string value)
    {
        var rule = new RuleDescriptor("TL6001", "odd-value", "The value {0} and '{0}' are odd.", Severity.Warning);
        var file = new SourceFile("Dockerfile", SourceText.From("FROM x\n"));
        string report = MarkdownReport.ToString([
            Sample.Result(
                file,
                Language.Dockerfile,
                [new Diagnostic(rule, Sample.Find(file, "x"), new DiagnosticMessage(rule.Messages[0], value))]
            ),
        ]);

        Markdown
            .Parse(report, GitHub)
            .Descendants<ListItemBlock>()
            .Single()
            .Descendants<CodeInline>()
            .Select(code => code.Content)
            .Should()
            .Equal(value, value);
    }

    [TestCase(3, 2000)]
    [TestCase(2000, 3)]
    [TestCase(1, 1)]
    public void It_is_never_longer_than_a_comment_and_counts_what_it_leaves_out(int fileCount, int findingCount)
    {
        IEnumerable<FileResult> files = Enumerable
            .Range(0, fileCount)
            .Select(number =>
            {
                var file = new SourceFile($"service-{number}/Dockerfile", SourceText.From("USER root\n"));
                return Sample.Result(
                    file,
                    Language.Dockerfile,
                    Enumerable.Repeat(
                        new Diagnostic(
                            Sample.Root,
                            Sample.Find(file, "root"),
                            new DiagnosticMessage(Sample.Root.Messages[0], "api", "root")
                        ),
                        findingCount
                    )
                );
            });
        string report = MarkdownReport.ToString(files);
        MarkdownDocument document = Markdown.Parse(report, GitHub);

        report.Length.Should().BeLessThanOrEqualTo(MarkdownReporter.MaximumLength);
        int shown = document.Descendants<ListItemBlock>().Count();
        int rows = document.Descendants<Table>().Single().Count - 1;
        shown.Should().BePositive();
        (shown < fileCount * findingCount)
            .Should()
            .Be(report.Contains($"... and {fileCount * findingCount - shown} more findings."));
        (rows < fileCount).Should().Be(report.Contains($"... and {fileCount - rows} more files with findings."));
    }

    [Test]
    public void A_clean_run_is_one_line() =>
        MarkdownReport
            .ToString([Sample.Result(new SourceFile("Dockerfile", SourceText.From("FROM x\n")), Language.Dockerfile)])
            .Should()
            .Be("### dockerfile-lint: no findings in 1 file\n");

    private static string GetText(MarkdownObject cell) =>
        string.Concat(
            cell.Descendants<Inline>()
                .Select(inline =>
                    inline switch
                    {
                        CodeInline code => code.Content,
                        LiteralInline literal => literal.Content.ToString(),
                        _ => "",
                    }
                )
        );
}
