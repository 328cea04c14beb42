using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Reporting;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

/// <summary>The page of HTML as text; tests/Browser opens it.</summary>
internal sealed class HtmlReporterTests
{
    private const string DataStart = "<script type=\"application/json\" id=\"data\">";

    [Test]
    public void Nothing_of_a_file_can_end_the_element_that_holds_the_data()
    {
        string page = Write(Lint("FROM debian:13\nRUN sudo echo '</script><img src=x>\u2028<!--'\n"));

        string data = GetData(page);
        data.Should().NotContainAny("<", ">", "\u2028", "&", "'");
        using var json = JsonDocument.Parse(data);
        GetFindings(json)
            .SelectMany(finding => finding.GetProperty("excerpt").EnumerateArray())
            .Select(part => part.GetString())
            .Should()
            .Contain(part => part!.Contains("</script><img src=x>"));
    }

    [Test]
    public void The_policy_lets_the_page_s_own_script_and_style_run_and_no_other()
    {
        string page = Write(Lint("FROM scratch\n"));

        page.Should().Contain("default-src 'none'").And.NotContain("unsafe");
        page.Should().Contain($"script-src 'sha256-{Hash(GetBetween(page, "<script>", "</script>"))}'");
        page.Should().Contain($"style-src 'sha256-{Hash(GetBetween(page, "<style>", "</style>"))}'");
    }

    [Test]
    public void The_page_asks_for_nothing_from_elsewhere() =>
        Write(Lint("FROM scratch\n")).Should().NotContainAny(" src=", "<link", "@import", "url(", "fetch(");

    [Test]
    public void A_title_is_text()
    {
        string page = Write(Lint("FROM scratch\n"), new HtmlOptions { Title = "<b>&" });

        page.Should().Contain("<title>&lt;b&gt;&amp;</title>").And.Contain("<h1>&lt;b&gt;&amp;</h1>");
    }

    [Test]
    public void Findings_come_without_a_matrix_and_with_the_pages_of_their_rules()
    {
        using var json = JsonDocument.Parse(GetData(Write(Lint("FROM debian:13\nRUN sudo a\nUSER 1\n"))));

        json.RootElement.TryGetProperty("audit", out _).Should().BeFalse();
        JsonElement finding = GetFindings(json).Single(one => one.GetProperty("rule").GetString() == "DL3004");
        finding
            .GetProperty("excerpt")
            .EnumerateArray()
            .Select(part => part.GetString())
            .Should()
            .Equal("RUN ", "sudo", " a");
        json.RootElement.GetProperty("rules")
            .GetProperty("DL3004")
            .GetProperty("page")
            .GetString()
            .Should()
            .StartWith("# DL3004: sudo-in-run");
    }

    [Test]
    public void A_long_line_is_cut_around_the_offending_text()
    {
        string blanks = new(' ', 100_000);
        string page = Write(Lint($"FROM debian:13\nRUN true;{blanks}sudo a;{blanks}\nUSER 1\n"));

        page.Length.Should().BeLessThan(100_000);
        using var json = JsonDocument.Parse(GetData(page));
        GetFindings(json).Select(finding => finding.GetProperty("excerpt")[1].GetString()).Should().Contain("sudo");
    }

    [Test]
    public void Suppressed_findings_are_left_out()
    {
        string page = Write(Lint("FROM debian:13\n# dockerfile-lint ignore=DL3004 reason=none\nRUN sudo a\nUSER 1\n"));

        using var json = JsonDocument.Parse(GetData(page));
        GetFindings(json).Should().NotContain(finding => finding.GetProperty("rule").GetString() == "DL3004");
    }

    private static FileResult Lint(string text) => new Linter().Lint("Dockerfile", text);

    private static string Write(FileResult result, HtmlOptions? options = null)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write([result], stream, options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<JsonElement> GetFindings(JsonDocument json) =>
        json.RootElement.GetProperty("findings").EnumerateArray();

    private static string GetData(string page) => GetBetween(page, DataStart, "</script>");

    private static string GetBetween(string page, string start, string end)
    {
        int from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return page[from..page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
