using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Site;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Site;

/// <summary>The site of the rules.</summary>
internal sealed class SiteTests
{
    private static readonly SiteFiles Site = SiteFiles.Create(RepositoryFiles.GetPath("."));

    private static readonly Prose Prose = new(RuleCatalog.Descriptors);

    [Test]
    public void Every_link_leads_somewhere() => LinkChecker.Check(Site).Should().BeEmpty();

    [Test]
    public void The_help_address_of_each_rule_is_its_page()
    {
        foreach (RuleDescriptor rule in RuleCatalog.Descriptors)
        {
            rule.HelpUri.Should().StartWith(SiteFiles.Address);
            Site.Pages.Should().ContainKey(rule.HelpUri![SiteFiles.Address.Length..]);
        }
    }

    [Test]
    public void Every_rule_is_in_the_lists()
    {
        foreach (RuleDescriptor rule in RuleCatalog.Descriptors)
        {
            string link = $"""<a href="{RuleDetailPages.GetPath(rule)}">{rule.Id}</a>""";
            Site.Pages[StartPage.Path].Should().Contain(link);
            Site.Pages[ListPages.SeveritiesPath].Should().Contain(link);
            foreach (string id in rule.Aliases.SelectMany(alias => alias.Ids))
            {
                Site.Pages[ListPages.PeersPath].Should().Contain($"<code>{id}</code>");
            }
        }
    }

    [Test]
    public void Findings_are_marked_and_the_marks_of_tests_are_gone()
    {
        string html = ToHtml(
            """
            ```dockerfile bad
            FROM debian:13
            USER root
            #    ^^^^ DL3002
            #<<< DL3002
            ```
            """
        );

        html.Should().Contain("FROM debian:13\n<mark>USER</mark> <mark>root</mark>").And.NotContain("^");
    }

    [Test]
    public void No_page_shows_a_mark_of_the_tests() =>
        Site.Pages.Values.Should().NotContain(page => page.Contains("# ^", StringComparison.Ordinal));

    [Test]
    public void What_an_example_is_linted_with_is_said() =>
        ToHtml("```yaml good dockerignore=.git,*.pem trusted-registries=docker.io\nservices: {}\n```")
            .Should()
            .Contain("Not reported with a <code>.dockerignore</code> of <code>.git</code>, <code>*.pem</code>")
            .And.Contain("with <code>trusted-registries: docker.io</code>");

    [Test]
    public void Ids_of_rules_are_links_except_in_code_and_on_their_own_page() =>
        ToHtml("DL3002 and DL5001, not `DL5001`, DL0000, DL3008.")
            .Should()
            .Be(
                """<p><a href="../rules/DL3002.html">DL3002</a> and <a href="../rules/DL5001.html">DL5001</a>, """
                    + "not <code>DL5001</code>, DL0000, DL3008.</p>\n"
            );

    [Test]
    public void A_pipe_in_code_in_a_table_needs_no_escape() =>
        ToHtml("| a |\n|---|\n| `x\\|y` |").Should().Contain("<code>x|y</code>");

    [TestCase("https://docs.docker.com/#a", ExpectedResult = "https://docs.docker.com/#a")]
    [TestCase("#messages", ExpectedResult = "#messages")]
    [TestCase("../docs/reference.md#presets", ExpectedResult = "../docs/reference.html#presets")]
    [TestCase("DL3002-last-user-is-root.md", ExpectedResult = "../rules/DL3002.html")]
    [TestCase(
        "../SECURITY.md",
        ExpectedResult = "https://github.com/dockerfilelint/dockerfilelint/blob/main/SECURITY.md"
    )]
    public string Links_lead_to_pages_of_the_site_or_into_the_repository(string link) =>
        Prose.Resolve(link, "rules", "../");

    [TestCase("""<a href="gone.html">x</a>""", "index.html: 'gone.html' leads nowhere")]
    [TestCase("""<a href="#gone">x</a>""", "index.html: '#gone' has no such anchor")]
    [TestCase("""<a href="other.html#gone">x</a>""", "index.html: 'other.html#gone' has no such anchor")]
    [TestCase("""<a href="javascript:x">x</a>""", "index.html: 'javascript:x' is no address of the web")]
    [TestCase("""<script src="gone.js"></script>""", "index.html: 'gone.js' leads nowhere")]
    [TestCase("""<p id="a"></p><p id="a"></p>""", "index.html: the id 'a' stands twice")]
    public void What_is_wrong_with_a_page_is_told(string body, string problem) =>
        LinkChecker.Check(CreateSite(body + """<a href="other.html#here">x</a>""")).Should().Equal(problem);

    [Test]
    public void A_page_that_nothing_leads_to_is_told() =>
        LinkChecker.Check(CreateSite("")).Should().Equal("other.html: no page has a link to it");

    [Test]
    public void Markup_that_is_broken_is_told() =>
        LinkChecker.Check(CreateSite("<p>")).Should().Contain(problem => problem.StartsWith("index.html: "));

    private static SiteFiles CreateSite(string body) =>
        new(
            new Dictionary<string, string>
            {
                ["index.html"] = $"<html>{body}</html>",
                ["other.html"] = """<html><p id="here"></p></html>""",
            },
            new Dictionary<string, string>()
        );

    private static string ToHtml(string markdown) => Prose.ToHtml(markdown, "rules", "../", self: "DL3008");
}
