using DockerfileLint.Diagnostics;
using DockerfileLint.Generators;
using DockerfileLint.Rules;
using FluentAssertions;
using NUnit.Framework;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DockerfileLint.Tests.RulePages;

/// <summary>What the generator cannot see. The failures talk to the author of a page.</summary>
public sealed class RulePageGuardTests
{
    private const double HighSecuritySeverity = 6;

    /// <summary>
    /// The builder refuses these once it sees the files or runs the command, the engine once it starts the service;
    /// none of them reads as a broken file.
    /// </summary>
    private static readonly string[] RefusedLater = ["DL1012", "DL3021", "DL5029", "DC4008"];

    private static IEnumerable<TestCaseData> Pages() =>
        RulePageFile.ReadAll().Select(page => new TestCaseData(page).SetArgDisplayNames(page.FileName));

    [TestCaseSource(nameof(Pages))]
    public void A_page_shows_a_bad_and_a_good_example(object page)
    {
        var file = (RulePageFile)page;
        if (file.Descriptor.Kind == RuleKind.Notification)
        {
            file.Examples.Should()
                .BeEmpty($"rules/{file.FileName} is about the tool itself, so nothing can be linted to show it");
            return;
        }

        file.Examples.Should()
            .Contain(
                example => example.IsBad,
                $"rules/{file.FileName} needs a fence '```dockerfile bad' or '```yaml bad'"
            );
        file.Examples.Should()
            .Contain(
                example => !example.IsBad,
                $"rules/{file.FileName} needs a fence '```dockerfile good' or '```yaml good'"
            );
    }

    [TestCaseSource(nameof(Pages))]
    public void Front_matter_is_YAML_too(object page)
    {
        var file = (RulePageFile)page;
        string frontMatter = file.Text.Split("\n---\n", 2)[0]["---\n".Length..];

        var stream = new YamlStream();
        Action load = () => stream.Load(new StringReader(frontMatter));

        load.Should()
            .NotThrow<YamlException>(
                $"the forge shows the front matter of rules/{file.FileName} as a table, which fails where it is not "
                    + $"YAML: put the value into double quotes"
            );
        stream
            .Documents.Should()
            .ContainSingle()
            .Which.RootNode.Should()
            .BeOfType<YamlMappingNode>($"the front matter of rules/{file.FileName} is 'key: value' lines");
    }

    [TestCaseSource(nameof(Pages))]
    public void Every_message_names_what_it_speaks_of(object page) =>
        ((RulePageFile)page)
            .Descriptor.Messages.Should()
            .OnlyContain(
                message => message.Text.Contains("'{0}'"),
                $"dashboards group findings by template, so each message of rules/{((RulePageFile)page).FileName} "
                    + $"needs a placeholder with the text that is meant (SARIF2014)"
            );

    [TestCaseSource(nameof(Pages))]
    public void Every_message_is_short_and_has_a_help(object page)
    {
        foreach (MessageTemplate message in ((RulePageFile)page).Descriptor.Messages)
        {
            message.Text.Length.Should().BeLessThanOrEqualTo(100, $"'{message.Text}' is read in one look");
            message.Help.Should().NotBeNullOrEmpty($"'{message.Text}' leaves the reader alone");
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void A_page_says_how_often_its_rule_is_right(object page)
    {
        var file = (RulePageFile)page;
        string frontMatter = file.Text.Split("\n---\n", 2)[0];

        frontMatter.Should().Contain("\nprecision: ", $"a reader of rules/{file.FileName} weighs findings by it");
        if (file.Descriptor.Precision == RulePrecision.Low)
        {
            file.Descriptor.DefaultSeverity.Should().Be(Severity.Off, "what is mostly wrong is no default");
            file.Descriptor.Tiers.Should().OnlyContain(tier => tier.Severity == Severity.Off);
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void An_error_breaks_the_build_or_opens_the_host_or_a_secret(object page)
    {
        var file = (RulePageFile)page;
        bool isError =
            file.Descriptor.DefaultSeverity == Severity.Error
            || file.Descriptor.Tiers.Any(tier => tier.Severity == Severity.Error);
        if (isError && file.Descriptor.Kind != RuleKind.Notification && !RefusedLater.Contains(file.Id))
        {
            (file.Descriptor.IsBuildError || file.Descriptor.SecuritySeverity >= HighSecuritySeverity)
                .Should()
                .BeTrue($"rules/{file.FileName} has an error, so it breaks the build or concerns an attacker");
        }
    }

    [Test]
    public void Every_page_has_a_descriptor() =>
        RuleCatalog
            .Descriptors.Select(rule => $"{rule.Id}-{rule.Name}.md")
            .Should()
            .BeEquivalentTo(
                RulePageFile.ReadAll().Select(page => page.FileName),
                "the project file hands every page in rules/ to the generator"
            );

    [Test]
    public void Every_page_is_embedded() =>
        RuleCatalog
            .Descriptors.Where(rule =>
                DockerfileLint
                    .Diagnostics.RulePage.GetMarkdown(rule)
                    ?.StartsWith($"# {rule.Id}: {rule.Name}\n", StringComparison.Ordinal) != true
            )
            .Should()
            .BeEmpty("'explain' and SARIF help show the page");

    [Test]
    public void No_page_that_is_shown_keeps_a_mark_and_none_loses_a_comment()
    {
        foreach (RulePageFile file in RulePageFile.ReadAll())
        {
            string page = file.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
            string[] shown = DockerfileLint.Diagnostics.RulePage.RemoveMarks(page).Split('\n');

            shown
                .Where(line => line.TrimStart().StartsWith('#') && line.Contains("^^", StringComparison.Ordinal))
                .Should()
                .BeEmpty();
            shown.Should().NotContain(line => line.StartsWith("```") && line.Contains(' '));
            int marks = page.Split('\n')
                .Count(line =>
                    line.TrimStart().StartsWith('#') && line.EndsWith(" " + file.Id, StringComparison.Ordinal)
                );
            shown
                .Length.Should()
                .BeGreaterThanOrEqualTo(page.TrimEnd('\n').Split('\n').Length + 1 - marks, file.FileName);
        }
    }

    [Test]
    public void A_number_of_hadolint_belongs_to_one_page()
    {
        // Suppressions such as '# hadolint ignore=DL3002' name a rule; other tools have rules that are several here.
        IEnumerable<string> ids =
            from rule in RuleCatalog.Descriptors
            from alias in rule.Aliases
            where alias.Peer == "hadolint"
            from id in alias.Ids
            select id;

        ids.Should()
            .NotBeEmpty()
            .And.OnlyHaveUniqueItems(
                "one hadolint number is one rule: remove it from 'aliases.hadolint' of the other pages"
            );
    }

    [Test]
    public void An_alias_stands_once_in_a_page()
    {
        foreach (RuleDescriptor rule in RuleCatalog.Descriptors)
        {
            foreach (RuleAlias alias in rule.Aliases)
            {
                alias.Ids.Should().OnlyHaveUniqueItems($"'aliases.{alias.Peer}' of {rule} lists each id once");
            }
        }
    }

    [Test]
    public void An_alias_is_not_the_id_or_name_of_another_rule()
    {
        var own = new Dictionary<string, RuleDescriptor>(StringComparer.OrdinalIgnoreCase);
        foreach (RuleDescriptor rule in RuleCatalog.Descriptors)
        {
            own.Add(rule.Id, rule);
            own.Add(rule.Name, rule);
        }

        IEnumerable<string> ambiguous =
            from rule in RuleCatalog.Descriptors
            from alias in rule.Aliases
            from id in alias.Ids
            where own.TryGetValue(id, out RuleDescriptor? other) && other != rule
            select $"'aliases.{alias.Peer}' of {rule} lists '{id}', which names {own[id]}";

        ambiguous.Should().BeEmpty("an id in a configuration or a suppression means our own rule of that id");
    }

    [Test]
    public void The_readme_lists_what_the_generator_allows()
    {
        string readme = File.ReadAllText(Path.Combine(RulePageFile.Folder, "README.md"));

        GetCode(readme, "category").Should().Equal(PageSchema.Categories);
        GetCode(readme, "severity").Should().Equal(PageSchema.Severities);
        GetCode(readme, "precision").Should().Equal(PageSchema.Precisions);
        GetCode(readme, "once-per").Should().Equal(PageSchema.Stretches);
        GetCode(readme, "aliases.<peer>").Should().Equal(PageSchema.Peers);
        GetCode(readme, "behaviours").Should().Equal(PageSchema.Behaviours);
    }

    /// <summary>The texts in code marks of a row of the table of keys.</summary>
    private static IEnumerable<string> GetCode(string readme, string key)
    {
        string row = readme.Split('\n').Single(line => line.StartsWith($"| `{key}` |", StringComparison.Ordinal));
        return row.Split('|', 3)[2].Split('`').Where((_, index) => index % 2 == 1);
    }
}
