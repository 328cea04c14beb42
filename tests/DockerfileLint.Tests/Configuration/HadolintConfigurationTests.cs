using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Configuration;

internal sealed class HadolintConfigurationTests
{
    private static readonly RuleSet Rules = Preset.Load("hadolint");

    [Test]
    public void All_keys_are_read()
    {
        HadolintConfigurationFile file = Read(
            """
            ignored:
              - DL3006
              - SC2086
            override:
              error: [DL3025]
              warning: [DL3004]
              info:
                - DL3002
              style: [DL3020]
            trustedRegistries: [docker.io, "*.example.org"]
            label-schema:
              author: text
              contact: email
              created: rfc3339
              version: semver
              documentation: url
              git-revision: hash
              license: spdx
            strict-labels: true
            failure-threshold: warning
            format: json
            no-fail: yes
            no-color: on
            disable-ignore-pragma: true
            verbose: no
            """
        );

        file.Problems.Should().BeEmpty();
        file.IsValid.Should().BeTrue();
        file.Configuration.Should()
            .BeEquivalentTo(
                new HadolintConfiguration
                {
                    Ignored = ["DL3006", "SC2086"],
                    Overrides =
                    [
                        new("DL3025", Severity.Error),
                        new("DL3004", Severity.Warning),
                        new("DL3002", Severity.Info),
                        new("DL3020", Severity.Style),
                    ],
                    TrustedRegistries = ["docker.io", "*.example.org"],
                    LabelSchema =
                    [
                        new("author", "text"),
                        new("contact", "email"),
                        new("created", "rfc3339"),
                        new("version", "semver"),
                        new("documentation", "url"),
                        new("git-revision", "hash"),
                        new("license", "spdx"),
                    ],
                    StrictLabels = true,
                    FailureThreshold = Severity.Warning,
                    Formats = ["json"],
                    NoFail = true,
                    NoColor = true,
                    DisableIgnorePragma = true,
                    Verbose = false,
                }
            );
    }

    [TestCase("")]
    [TestCase("# nothing yet\n")]
    [TestCase("---\n")]
    [TestCase("{}")]
    [TestCase("ignored:\n  # - DL3006\noverride:\nstrict-labels:\nfailure-threshold:\nlabel-schema: ~\nformats: []\n")]
    public void Nothing_may_be_set(string text)
    {
        HadolintConfigurationFile file = Read(text);

        file.Problems.Should().BeEmpty();
        file.Configuration.Should().BeEquivalentTo(HadolintConfiguration.Empty);
    }

    [Test]
    public void Anchors_and_merge_keys_are_followed() =>
        Read(
            """
            override:
              error: &hard [DL3025, DL3004]
              warning: []
            ignored: *hard
            """
        )
            .Configuration.Ignored.Should()
            .Equal("DL3025", "DL3004");

    [TestCase("ignored: [DL3006", "1:10", "not valid YAML")]
    [TestCase("override:\n\terror: []", "2:1", "not valid YAML")]
    [TestCase(
        "ignored: []\nignore: [DL3006]",
        "2:1",
        "'ignore' is not a key of this configuration. Did you mean 'ignored'? These are the keys: '"
    )]
    [TestCase("trusted-registries: [a]", "1:1", "trustedRegistries")]
    [TestCase(
        "override:\n  fatal: [DL3006]",
        "2:3",
        "'fatal' is not a key of this configuration. Use one of these keys: 'error, warning, info, style'."
    )]
    [TestCase("ignored: DL3006", "1:10", "'ignored' is given 'DL3006', but takes 'a list'.")]
    [TestCase("ignored: {DL3006: true}", "1:10", "'ignored' is given 'keys with values', but takes 'a list'.")]
    [TestCase("ignored: [DL3006, [a]]", "1:19", "'ignored' is given 'a list', but takes 'a text'.")]
    [TestCase("ignored:\n  - DL3006\n  -\n", "3:4", "'ignored' is given 'nothing', but takes 'a text'.")]
    [TestCase("override: [DL3006]", "1:11", "'override' is given 'a list', but takes 'keys with values'.")]
    [TestCase("- ignored", "1:1", "'.hadolint.yaml' is given 'a list', but takes 'keys with values'.")]
    [TestCase(
        "failure-threshold: fatal",
        "1:20",
        "'fatal' is not a value of 'failure-threshold'. Use one of these values: 'error, warning, info, "
            + "style, ignore, none'."
    )]
    [TestCase("format: html", "1:9", "'html' is not a value of 'format'. Use one of these values: 'tty, json,")]
    [TestCase("formats: [json, html]", "1:17", "'html' is not a value of 'formats'.")]
    [TestCase(
        "label-schema:\n  version: sem-ver",
        "2:12",
        "'sem-ver' is not a value of 'version'. Did you mean 'semver'? These are the values: 'text, rfc3339, "
            + "semver, url, hash, spdx, email'."
    )]
    [TestCase("no-fail: maybe", "1:10", "'no-fail' is given 'maybe', but takes 'true or false'.")]
    [TestCase("strict-labels: [true]", "1:16", "'strict-labels' is given 'a list', but takes 'true or false'.")]
    [TestCase("ignored: [DL3006]\nignored: [DL3007]", "2:1", "'ignored' appears more than once")]
    [TestCase("ignored: []\n---\nignored: []\n", "2:1", "A second YAML document")]
    [TestCase("\u001b: 1", "1:1", "not valid YAML")]
    public void What_is_wrong_has_its_place_and_what_is_allowed(string text, string place, string message)
    {
        HadolintConfigurationFile file = Read(text);

        file.IsValid.Should().BeFalse();
        Notification problem = file.Problems[0];
        problem.Rule.Id.Should().Be("DL9003");
        problem.Location!.ToString().Should().Be($".hadolint.yaml:{place}");
        $"{problem.Message} {problem.Message.Help}".Should().Contain(message);
    }

    [Test]
    public void All_problems_are_told_at_once() =>
        Read("ignore: []\nformat: html\nno-fail: 3\n").Problems.Should().HaveCount(3);

    [Test]
    public void A_rule_that_does_not_exist_is_a_notice()
    {
        HadolintConfigurationFile file = Read(
            "ignored: [DL3004, dl3006, DL3998, SC2086, SC1]\noverride:\n  info: [DL3999]\n"
        );

        file.IsValid.Should().BeTrue();
        file.Problems.Should().OnlyContain(problem => problem.Rule.Id == "DL9004" && problem.Severity == Severity.Info);
        file.Problems.Select(problem => problem.Message.Arguments[0])
            .Should()
            .Equal("dl3006", "DL3998", "SC1", "DL3999");
        file.Problems[1].Location!.ToString().Should().Be(".hadolint.yaml:1:27");
    }

    [Test]
    public void What_is_ignored_is_off_and_overrides_give_the_severity()
    {
        RuleSet rules = new HadolintConfiguration
        {
            Ignored = ["DL3006", "SC2086"],
            Overrides =
            [
                new("DL3025", Severity.Error),
                new("DL3025", Severity.Style),
                new("DL3006", Severity.Error),
                new("DL1001", Severity.Warning),
            ],
        }.ApplyTo(Rules);

        GetSeverity(rules, "DL3006").Should().Be(Severity.Off, "ignoring is stronger");
        GetSeverity(rules, "DL3025").Should().Be(Severity.Error, "the worst counts");
        GetSeverity(rules, "DL1001").Should().Be(Severity.Warning, "an override turns a rule on");
        GetSeverity(rules, "DL3004").Should().Be(GetSeverity(Rules, "DL3004"));
    }

    [Test]
    public void What_the_parser_refuses_cannot_be_ignored()
    {
        RuleSet rules = new HadolintConfiguration
        {
            Ignored = ["DL1000"],
            Overrides = [new("DL1000", Severity.Style)],
        }.ApplyTo(Rules);

        GetSeverity(rules, "DL1000").Should().Be(Severity.Error);
    }

    [Test]
    public void Options_are_set_where_a_rule_has_them()
    {
        var rule = new LabelRule();
        RuleSet rules = new HadolintConfiguration
        {
            TrustedRegistries = ["docker.io", "ghcr.io"],
            LabelSchema = [new("author", "text"), new("version", "semver")],
            StrictLabels = true,
        }.ApplyTo(Rules.Add(rule));

        rules.GetOption(rule.Descriptor, LabelRule.TrustedRegistries).Should().Equal("docker.io", "ghcr.io");
        rules.GetOption(rule.Descriptor, LabelRule.LabelSchema).Should().Equal("author:text", "version:semver");
        rules.GetOption(rule.Descriptor, LabelRule.StrictLabels).Should().BeTrue();
        rules.GetOption(rule.Descriptor, LabelRule.Other).Should().Be("as it was");
        HadolintConfiguration
            .Empty.ApplyTo(Rules.Add(rule))
            .GetOption(rule.Descriptor, LabelRule.TrustedRegistries)
            .Should()
            .BeEmpty();
    }

    [Test]
    public void Of_two_configurations_single_values_of_the_stronger_win_and_lists_are_joined()
    {
        var weaker = new HadolintConfiguration
        {
            Ignored = ["DL3006"],
            Overrides = [new("DL3025", Severity.Error)],
            TrustedRegistries = ["a"],
            LabelSchema = [new("author", "text"), new("version", "text")],
            FailureThreshold = Severity.Error,
            NoFail = true,
            Formats = ["json", "gnu"],
            StrictLabels = true,
        };
        HadolintConfiguration joined = weaker.OverriddenBy(
            new HadolintConfiguration
            {
                Ignored = ["DL3007"],
                Overrides = [new("DL3025", Severity.Info)],
                TrustedRegistries = ["b"],
                LabelSchema = [new("version", "semver")],
                FailureThreshold = Severity.Style,
                NoFail = false,
                Formats = ["tty"],
                Verbose = true,
            }
        );

        joined
            .Should()
            .BeEquivalentTo(
                new HadolintConfiguration
                {
                    Ignored = ["DL3006", "DL3007"],
                    Overrides = [new("DL3025", Severity.Error), new("DL3025", Severity.Info)],
                    TrustedRegistries = ["a", "b"],
                    LabelSchema = [new("author", "text"), new("version", "semver")],
                    FailureThreshold = Severity.Style,
                    NoFail = false,
                    Formats = ["tty"],
                    StrictLabels = true,
                    Verbose = true,
                }
            );
    }

    private static HadolintConfigurationFile Read(string text) =>
        HadolintConfigurationFile.Read(new SourceFile(".hadolint.yaml", SourceText.From(text)), Rules);

    private static Severity GetSeverity(RuleSet rules, string id) => rules.GetSeverity(rules.Find(id).Single());

    private sealed class LabelRule : DockerfileRule
    {
        internal static readonly RuleOption<ImmutableArray<string>> TrustedRegistries = RuleOption.List(
            "trusted-registries"
        );

        internal static readonly RuleOption<ImmutableArray<string>> LabelSchema = RuleOption.List("label-schema");
        internal static readonly RuleOption<bool> StrictLabels = RuleOption.Boolean("strict-labels", false);
        internal static readonly RuleOption<string> Other = RuleOption.Text("other", "as it was");

        public override RuleDescriptor Descriptor { get; } =
            new("XX9998", "label-rule", "A test.", Severity.Warning)
            {
                Title = "A rule with options",
                Summary = "A rule with options.",
                Category = "tool",
                Options = [TrustedRegistries, LabelSchema, StrictLabels, Other],
                HelpUri = "https://example.org/XX9998",
            };
    }
}
