using DockerfileLint.Diagnostics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Diagnostics;

internal sealed class RuleDescriptorTests
{
    [Test]
    public void Four_arguments_are_enough()
    {
        var rule = new RuleDescriptor("ACME1001", "no-latest-cache", "'{0}' is stale.", Severity.Info);

        rule.Id.Should().Be("ACME1001");
        rule.Name.Should().Be("no-latest-cache");
        rule.Title.Should().Be("No latest cache");
        rule.Summary.Should().Be("No latest cache");
        rule.Category.Should().Be("custom");
        rule.Kind.Should().Be(RuleKind.Rule);
        rule.DefaultSeverity.Should().Be(Severity.Info);
        rule.EnabledSeverity.Should().Be(Severity.Info);
        rule.Messages.Should().Equal(new MessageTemplate("default", "'{0}' is stale."));
        rule.HelpUri.Should().BeNull();
        rule.Options.Should().BeEmpty();
    }

    [Test]
    public void The_summary_is_the_title_unless_it_is_set()
    {
        var rule = new RuleDescriptor("ACME1001", "stale", "Stale.", Severity.Info) { Title = "The cache is stale" };

        rule.Summary.Should().Be("The cache is stale");
    }

    [TestCase(Severity.Off, null, Severity.Warning)]
    [TestCase(Severity.Off, Severity.Error, Severity.Error)]
    [TestCase(Severity.Style, null, Severity.Style)]
    public void A_rule_that_is_turned_on_has_a_severity(Severity usual, Severity? enabled, Severity expected)
    {
        RuleDescriptor rule = enabled is { } severity
            ? new("ACME1001", "stale", "Stale.", usual) { EnabledSeverity = severity }
            : new("ACME1001", "stale", "Stale.", usual);

        rule.EnabledSeverity.Should().Be(expected);
    }

    [TestCase("")]
    [TestCase("1001")]
    [TestCase("ACME 1001")]
    [TestCase("ACME,1001")]
    [TestCase("ÄCME1001")]
    [TestCase("-ACME")]
    public void An_id_that_a_list_or_a_comment_could_not_hold_is_refused(string id)
    {
        Action make = () => _ = new RuleDescriptor(id, "stale", "Stale.", Severity.Info);

        make.Should()
            .Throw<ArgumentException>()
            .WithMessage($"'{id}' is no id. Allowed: ASCII letters, digits, '-' and '_', beginning with a letter*")
            .WithParameterName(nameof(id));
    }

    [TestCase("")]
    [TestCase("Stale")]
    [TestCase("stale cache")]
    [TestCase("stale--cache")]
    [TestCase("stale-")]
    [TestCase("-stale")]
    [TestCase("1-cache")]
    public void A_name_that_is_not_in_kebab_case_is_refused(string name)
    {
        Action make = () => _ = new RuleDescriptor("ACME1001", name, "Stale.", Severity.Info);

        make.Should()
            .Throw<ArgumentException>()
            .WithMessage($"'{name}' is no name. Allowed: lower-case words and digits with '-' between them*")
            .WithParameterName(nameof(name));
    }

    [TestCase("ACME1001", "stale-2-caches")]
    [TestCase("a", "a")]
    [TestCase("acme_stale-1", "a1")]
    public void Ids_and_names_of_their_form_are_taken(string id, string name) =>
        new RuleDescriptor(id, name, "Stale.", Severity.Info).ToString().Should().Be($"{id} {name}");

    [Test]
    public void A_rule_without_a_message_is_refused()
    {
        Action empty = () => _ = new RuleDescriptor("ACME1001", "stale", " ", Severity.Info);
        Action none = () => _ = new RuleDescriptor("ACME1001", "stale", [], Severity.Info);

        empty.Should().Throw<ArgumentException>().WithMessage("A message is empty.*");
        none.Should().Throw<ArgumentException>().WithMessage("A message is empty.*");
    }

    [TestCase("")]
    [TestCase("rules/ACME1001.md")]
    [TestCase("/rules/ACME1001.md")]
    [TestCase("ftp://example.org/ACME1001")]
    [TestCase("javascript:alert(1)")]
    public void An_address_that_no_browser_opens_is_refused(string address)
    {
        Action make = () => _ = new RuleDescriptor("ACME1001", "stale", "Stale.", Severity.Info) { HelpUri = address };

        make.Should()
            .Throw<ArgumentException>()
            .WithMessage($"'{address}' is no address of a page. Allowed: an absolute one by http or https*");
    }

    [TestCase("http://example.org/ACME1001")]
    [TestCase("HTTPS://example.org/ACME1001")]
    [TestCase(null)]
    public void An_address_of_a_page_or_none_is_taken(string? address) =>
        new RuleDescriptor("ACME1001", "stale", "Stale.", Severity.Info) { HelpUri = address }
            .HelpUri.Should()
            .Be(address);
}
