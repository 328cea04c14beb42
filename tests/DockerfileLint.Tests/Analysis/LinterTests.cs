using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Tests.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

/// <summary>What happens around the rules.</summary>
internal sealed class LinterTests
{
    private const string Sample = "FROM a:1\nRUN sudo b\nENV c=1\nRUN c\nUSER root\n";

    [Test]
    public void A_rule_that_throws_is_reported_once_and_hides_nothing_else()
    {
        var visited = new List<string>();
        var throwing = new OwnRule(
            "XX0001",
            onRun: (run, _) =>
            {
                visited.Add(run.ToString());
                throw new InvalidOperationException("own\u001B message");
            }
        );

        FileResult result = Run(Sample, throwing);

        result.Findings.Select(finding => finding.Rule.Id).Should().Equal("DL3004", "DL3002");
        Notification notification = result.Notifications.Should().ContainSingle().Which;
        notification.Rule.Id.Should().Be("DL9002");
        notification.Severity.Should().Be(Severity.Error);
        notification.Path.Should().Be("Dockerfile");
        notification
            .Message.Arguments.Should()
            .Equal("XX0001", "Dockerfile", "InvalidOperationException: own\u001B message");
        visited.Should().Equal("RUN sudo b");
    }

    [Test]
    public void A_rule_that_throws_on_one_file_runs_on_the_next()
    {
        var rule = new OwnRule(
            "XX0001",
            onRun: (run, context) =>
                context.Report(
                    run.ToString() == "RUN c" ? throw new InvalidOperationException() : run.Span,
                    OwnRule.NewMessage()
                )
        );
        var linter = new Linter(new LintOptions { Rules = Preset.Load(Preset.Default).Add(rule) });

        linter.Lint("Dockerfile", Sample).Notifications.Should().ContainSingle();
        FileResult next = linter.Lint("Dockerfile", "FROM a:1\nRUN b\nUSER 1\n");
        next.Notifications.Should().BeEmpty();
        next.Findings.Should().ContainSingle().Which.Rule.Id.Should().Be("XX0001");
    }

    [TestCase("a span outside the file")]
    [TestCase("a tier that it does not have")]
    [TestCase("an option that it does not have")]
    public void A_rule_that_asks_for_what_is_not_there_is_a_rule_that_throws(string mistake)
    {
        var rule = new OwnRule(
            "XX0001",
            onRun: (run, context) =>
            {
                switch (mistake)
                {
                    case "a span outside the file":
                        context.Report(new TextSpan(0, 1_000_000), OwnRule.NewMessage());
                        break;
                    case "a tier that it does not have":
                        context.Report(run.Span, OwnRule.NewMessage(), "no-such-tier");
                        break;
                    default:
                        context.GetOption(RuleOption.Boolean("no-such-option", defaultValue: false));
                        break;
                }
            }
        );

        FileResult result = Run(Sample, rule);

        result.Notifications.Should().ContainSingle().Which.Rule.Id.Should().Be("DL9002");
        result.Findings.Select(finding => finding.Rule.Id).Should().Equal("DL3004", "DL3002");
    }

    [Test]
    public void One_place_is_reported_once_by_rule_span_and_tier()
    {
        var rule = new OwnRule(
            "XX0001",
            onRun: (run, context) =>
            {
                context.Report(new TextSpan(0, 4), OwnRule.NewMessage());
                context.Report(new TextSpan(0, 4), OwnRule.NewMessage(), "soft");
                context.Report(new TextSpan(0, 4), OwnRule.NewMessage(), "soft");
                context.Report(new TextSpan(0, 5), OwnRule.NewMessage());
            }
        );

        Run(Sample, rule)
            .Findings.Where(finding => finding.Rule.Id == "XX0001")
            .Select(finding => (finding.Location.Span.Length, finding.Tier, finding.Severity))
            .Should()
            .BeEquivalentTo([
                (4, null, Severity.Warning),
                (4, "soft", Severity.Info),
                (5, (string?)null, Severity.Warning),
            ]);
    }

    [Test]
    public void A_more_specific_rule_takes_the_place_of_another_on_the_same_span()
    {
        var specific = new OwnRule(
            "XX0002",
            supersedes: ["XX0001"],
            onRun: (run, context) =>
                context.Report(run.ToString() == "RUN c" ? run.Span : run.KeywordSpan, OwnRule.NewMessage())
        );
        var general = new OwnRule("XX0001", onRun: (run, context) => context.Report(run.Span, OwnRule.NewMessage()));

        Run(Sample, specific, general)
            .Findings.Select(finding =>
                $"{finding.Rule.Id} {finding.Location.File.Text.ToString(finding.Location.Span)}"
            )
            .Should()
            .Equal("XX0002 RUN", "XX0001 RUN sudo b", "DL3004 sudo", "XX0002 RUN c", "DL3002 root");
    }

    [Test]
    public void A_more_specific_rule_that_is_off_takes_nobodys_place()
    {
        var specific = new OwnRule(
            "XX0002",
            supersedes: ["XX0001"],
            onRun: (run, context) => context.Report(run.Span, OwnRule.NewMessage())
        );
        var general = new OwnRule("XX0001", onRun: (run, context) => context.Report(run.Span, OwnRule.NewMessage()));
        RuleSet rules = Preset.Load(Preset.Default).Add(specific, general).With(specific.Descriptor, Severity.Off);

        Lint.Run(Sample, new LintOptions { Rules = rules })
            .Findings.Count(finding => finding.Rule.Id == "XX0001")
            .Should()
            .Be(2);
    }

    [Test]
    public void A_rule_that_is_off_is_never_called()
    {
        var rule = new OwnRule(
            "XX0001",
            onRun: (_, _) => throw new InvalidOperationException(),
            onStage: (_, _) => throw new InvalidOperationException()
        );

        Lint.Run(
                Sample,
                new LintOptions { Rules = Preset.Load(Preset.Default).Add(rule).With(rule.Descriptor, Severity.Off) }
            )
            .Notifications.Should()
            .BeEmpty();
    }

    [Test]
    public void A_tier_that_is_off_is_not_reported_and_the_rule_still_runs()
    {
        var rule = new OwnRule(
            "XX0001",
            tiers: [new RuleTier("soft", Severity.Off)],
            onRun: (run, context) =>
            {
                context.Report(run.Span, OwnRule.NewMessage());
                context.Report(run.KeywordSpan, OwnRule.NewMessage(), "soft");
            }
        );

        Run(Sample, rule)
            .Findings.Where(finding => finding.Rule.Id == "XX0001")
            .Should()
            .HaveCount(2)
            .And.OnlyContain(finding => finding.Tier == null);
    }

    [Test]
    public void Instructions_come_in_text_order_then_the_stage_with_triggers_for_who_asks()
    {
        var plain = new List<string>();
        var triggers = new List<string>();
        const string Text = "RUN 0\nFROM a:1\nRUN 1\nONBUILD RUN 2\nFROM b:1\nRUN 3\nUSER 1\n";

        Run(Text, Recorder("XX0001", plain, visitsTriggers: false), Recorder("XX0002", triggers, visitsTriggers: true));

        plain.Should().Equal("RUN 0", "RUN 1", "stage 0", "RUN 3", "stage 1");
        triggers.Should().Equal("RUN 0", "RUN 1", "RUN 2", "stage 0", "RUN 3", "stage 1");

        static OwnRule Recorder(string id, List<string> log, bool visitsTriggers) =>
            new(
                id,
                visitsTriggers: visitsTriggers,
                onRun: (run, _) => log.Add(run.ToString()),
                onStage: (stage, _) => log.Add($"stage {stage.DisplayName}")
            );
    }

    [Test]
    public void A_finding_belongs_to_the_stage_of_what_was_visited()
    {
        ImmutableArray<Finding> findings = Lint.Run(
            "RUN apt-get install a\nFROM a:1 AS Build\nRUN apt-get install b\n"
                + "FROM b:1\nONBUILD RUN apt-get install c\nUSER 1\n"
        ).Findings;

        findings
            .Where(finding => finding.Rule.Id == "DL3014")
            .Select(finding => finding.LogicalLocation)
            .Should()
            .Equal(
                null,
                new LogicalLocation("Build", "stage:Build", "module"),
                new LogicalLocation("1 (b:1)", "stage:1", "module")
            );
    }

    [Test]
    public void Findings_come_by_place_then_rule()
    {
        var later = new OwnRule("XX0002", onRun: (run, context) => context.Report(run.Span, OwnRule.NewMessage()));
        var earlier = new OwnRule("XX0001", onRun: (run, context) => context.Report(run.Span, OwnRule.NewMessage()));

        Run("FROM a:1\nRUN b\n#\nRUN c\nUSER 1\n", later, earlier)
            .Findings.Select(finding => $"{finding.Rule.Id} {finding.Location.Span.Start}")
            .Should()
            .Equal("XX0001 9", "XX0002 9", "XX0001 17", "XX0002 17");
    }

    [Test]
    public void One_linter_serves_many_threads()
    {
        string[] texts =
        [
            .. BaselineTests.Names().Select(BaselineTests.ReadSource),
            .. Enumerable
                .Range(0, 50)
                .Select(i => $"FROM a{i}\nARG U=root\nENV B=$U\nRUN sudo {i} <<E\nsudo x\nE\nUSER $B\n"),
        ];
        var linter = new Linter();
        string[] expected = [.. texts.Select(text => Describe(linter, text))];

        Parallel.For(
            0,
            texts.Length * 20,
            i => Describe(linter, texts[i % texts.Length]).Should().Be(expected[i % texts.Length])
        );

        static string Describe(Linter linter, string text) =>
            string.Join(
                '\n',
                linter
                    .Lint("Dockerfile", text)
                    .Findings.Select(finding => $"{finding} {finding.Fingerprint} {finding.LogicalLocation}")
            );
    }

    [Test]
    public void A_file_is_required()
    {
        Action lint = () => new Linter().Lint(null!, CancellationToken.None);

        lint.Should().Throw<ArgumentNullException>();
    }

    private static FileResult Run(string text, params Rule[] rules) =>
        Lint.Run(text, new LintOptions { Rules = Preset.Load(Preset.Default).Add(rules) });
}
