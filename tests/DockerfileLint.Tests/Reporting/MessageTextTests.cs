using System.Text;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class MessageTextTests
{
    [TestCase("It is '{0}'.", "It is 'a'.")]
    [TestCase("{1}{0}{{0}} }} {2} {x} { {-1}", "ba{0} } {2} {x} { {-1}")]
    [TestCase("open {", "open {")]
    public void Placeholders_are_filled_in(string template, string expected) =>
        MessageText.Format(template, ["a", "b"]).Should().Be(expected);

    [TestCase("It is '{0}'.", "It is `{0}`.")]
    [TestCase("Don't use the file's 'RUN x' or users' {0}.", "Don't use the file's `RUN x` or users' {0}.")]
    [TestCase("Keep a_b and <c>.", "Keep a\\_b and \\<c\\>.")]
    [TestCase("The [image](1) is {{x}}.", null)]
    [TestCase("No code here.", null)]
    public void Templates_become_markdown(string template, string? expected) =>
        MessageText.ToMarkdown(template).Should().Be(expected);

    [TestCase("a`b", "It is `` a`b ``.")]
    [TestCase("", "It is `  `.")]
    [TestCase("*x*", "It is `*x*`.")]
    [TestCase("'{0}'", "It is `'{0}'`.")]
    public void Values_stay_inside_their_code_span(string value, string expected) =>
        ToMarkdown("It is '{0}'.", value).Should().Be(expected);

    [Test]
    public void Values_outside_of_quotes_are_escaped() =>
        ToMarkdown("It is {0}.", "<b>*_").Should().Be("It is \\<b\\>\\*\\_.");

    [TestCase("none", 0)]
    [TestCase("'{0}' {{5}}", 1)]
    [TestCase("{2}", 3)]
    public void Placeholders_are_counted(string template, int expected) =>
        MessageText.CountPlaceholders(template).Should().Be(expected);

    [TestCase("The [image](1) of [this stage](2) [x](y) [z].", "The image of this stage [x](y) [z].")]
    [TestCase("](1) [a", "](1) [a")]
    public void Links_to_related_locations_are_their_text_in_plain_text(string template, string expected) =>
        MessageText.ToPlainText(new DiagnosticMessage(new MessageTemplate("default", template))).Should().Be(expected);

    [Test]
    public void A_message_is_one_line_of_bounded_length()
    {
        var template = new MessageTemplate("default", "It is '{0}'.");
        MessageText.ToPlainText(new DiagnosticMessage(template, "a\nb\u001B")).Should().Be("It is 'a␊b␛'.");
        MessageText
            .ToPlainText(new DiagnosticMessage(template, new string('x', 100_000)))
            .Length.Should()
            .BeLessThan(600);
    }

    [Test]
    public void A_message_of_a_finding_is_read_in_one_look_and_its_help_can_be_copied()
    {
        string image = "example.com/team/app:1.2.3@sha256:" + new string('a', 64);
        var template = new MessageTemplate("default", "'{0}' in '{1}' has had no support since '{2}'.", "Use '{1}'.");
        var message = new DiagnosticMessage(template, "Debian 9", image, "2022-07-01");

        string text = MessageText.ToFindingText(message);

        text.Length.Should().Be(100);
        text.Should().StartWith("'Debian 9' in 'example.com/team/app:1.2.3");
        text.Should().EndWith("…' has had no support since '2022-07-01'.");
        MessageText.ToPlainHelp(message).Should().Be($"Use '{image}'.");
    }

    [Test]
    public void The_words_of_another_tool_are_kept()
    {
        string words = new('x', 150);
        MessageText
            .ToFindingText(new DiagnosticMessage(new MessageTemplate("default", "{0}"), words))
            .Should()
            .Be(words);
    }

    private static string ToMarkdown(string template, string value)
    {
        var markdown = new StringBuilder();
        MessageText.AppendMarkdown(markdown, template, [value]);
        return markdown.ToString();
    }

    [TestCase(1, null)]
    [TestCase(2, "Also at 3:5.")]
    [TestCase(11, "Also at 3:5, 4:5, 5:5, 6:5, 7:5, 8:5, 9:5, 10:5, 11:5, 12:5.")]
    [TestCase(13, "Also at 3:5, 4:5, 5:5, 6:5, 7:5, 8:5, 9:5, 10:5, 11:5, 12:5 and 2 more.")]
    public void Repetitions_are_a_line_of_at_most_ten_places(int count, string? expected)
    {
        string text = "FROM a:1\n" + string.Concat(Enumerable.Repeat("ENV A b\n", count));
        Finding finding = Lint.Run(text).Findings.Single(finding => finding.Rule.Id == "DL6007");

        MessageText.ListRepetitions(finding).Should().Be(expected);
    }
}
