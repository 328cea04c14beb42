using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

/// <summary>Comments that suppress findings. Marks are what is left.</summary>
internal sealed class SuppressionTests
{
    private static readonly DateTimeOffset Today = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [TestCase("# dockerfile-lint ignore=DL3004\nRUN sudo a")]
    [TestCase("# dockerfile-lint ignore=sudo-in-run\nRUN sudo a", Description = "by name")]
    [TestCase("# dockerfile-lint ignore=dl3004\nRUN sudo a", Description = "in any case")]
    [TestCase("# dockerfile-lint ignore=run_using_sudo\nRUN sudo a", Description = "by another tool's name")]
    [TestCase("#dockerfile-lint\tignore = DL3004\nRUN sudo a")]
    [TestCase("   # dockerfile-lint ignore=DL3004\n   RUN sudo a")]
    [TestCase(
        "# dockerfile-lint ignore=DL3004\n\n# b\n#\n\nRUN sudo a",
        Description = "the next instruction, however far"
    )]
    [TestCase("# dockerfile-lint ignore=DL3004\r\nRUN sudo a\r\n")]
    [TestCase("# dockerfile-lint ignore=DL3004\nRUN b && \\\n  sudo a", Description = "all of the instruction")]
    [TestCase("RUN b && \\\n# dockerfile-lint ignore=DL3004\n  sudo a", Description = "from inside")]
    [TestCase("# dockerfile-lint ignore=DL3004\nRUN <<E\nsudo a\nE", Description = "its here-documents too")]
    [TestCase("# dockerfile-lint ignore=DL3004,DL3020\nRUN sudo a\n# dockerfile-lint ignore=DL3020\nADD b c", 1)]
    [TestCase(
        "# dockerfile-lint ignore=DL3004 , DL3020\nONBUILD RUN sudo a\n# dockerfile-lint ignore=DL3020\nADD b c",
        1
    )]
    [TestCase("# dockerfile-lint ignore=DL3004 reason=\"b c\"\nRUN sudo a")]
    [TestCase("# dockerfile-lint ignore=DL3004 until=2026-03-01 reason=b\nRUN sudo a", Description = "on the last day")]
    [TestCase("# dockerfile-lint ignore=DL3004 words until=2999-12-31\nRUN sudo a")]
    [TestCase(
        "# dockerfile-lint ignore=DL3004\n# dockerfile-lint ignore=DL3025\nRUN sudo a\n# dockerfile-lint "
            + "ignore=DL3025\nCMD b",
        1,
        Description = "stacked"
    )]
    [TestCase("# dockerfile-lint ignore-file=DL3004\nRUN sudo a\nRUN sudo b")]
    [TestCase("RUN sudo a\nRUN sudo b\n# dockerfile-lint ignore-file=DL3004", Description = "from anywhere")]
    [TestCase("RUN sudo a\n# dockerfile-lint ignore-stage=DL3004\nRUN sudo b", Description = "the stage, also above")]
    [TestCase("RUN sudo a\n# dockerfile-lint ignore-stage=DL3004", Description = "the last stage, from below")]
    public void Ours_cover_what_they_say(string text, int unused = 0)
    {
        FileResult result = Run($"FROM a:1\n{text}\nUSER 1\n");

        result.Findings.Where(finding => finding.Suppression is null && finding.Rule.Id != "DL1002").Should().BeEmpty();
        result.Findings.Should().Contain(finding => finding.Suppression != null);
        result.Findings.Count(finding => finding.Rule.Id == "DL1002").Should().Be(unused);
    }

    [TestCase(
        "# dockerfile-lint ignore={|DL1002:DL3004|}\nRUN a\nRUN {|DL3004:sudo|} b",
        Description = "not the instruction after the next one"
    )]
    [TestCase("RUN {|DL3004:sudo|} a\n# dockerfile-lint ignore={|DL1002:DL3004|}\nRUN b")]
    [TestCase("RUN {|DL3004:sudo|} a\n# dockerfile-lint ignore={|DL1002:DL3004|}", Description = "nothing follows")]
    [TestCase("# Dockerfile-lint ignore=DL3004\nRUN {|DL3004:sudo|} a")]
    [TestCase("# dockerfile-lint {|DL1003:ignores|}=DL3004\nRUN {|DL3004:sudo|} a")]
    [TestCase("# dockerfile-lintignore=DL3004\nRUN {|DL3004:sudo|} a")]
    [TestCase("# see dockerfile-lint ignore=DL3004\nRUN {|DL3004:sudo|} a")]
    [TestCase("ENV B='# dockerfile-lint ignore-file=DL3004'\nRUN {|DL3004:sudo|} a", Description = "a string")]
    [TestCase("RUN <<E\n# dockerfile-lint ignore-file=DL3004\n{|DL3004:sudo|} a\nE", Description = "a here-document")]
    [TestCase("COPY <<E /b\n# dockerfile-lint ignore=DL3004\nE\nRUN {|DL3004:sudo|} a")]
    [TestCase("RUN echo # dockerfile-lint ignore=DL3004\nRUN {|DL3004:sudo|} a", Description = "no comment at all")]
    [TestCase(
        "# dockerfile-lint ignore={|DL1002:DL3004|} until=2026-02-28\nRUN {|DL3004:sudo|} a",
        Description = "expired"
    )]
    [TestCase("# dockerfile-lint ignore=DL3004 until={|DL1003:tomorrow|}\nRUN {|DL3004:sudo|} a")]
    [TestCase("# dockerfile-lint ignore=DL3004 until={|DL1003:2026-2-1|}\nRUN {|DL3004:sudo|} a")]
    [TestCase("# dockerfile-lint ignore={|DL1003:DL9999|}\nRUN {|DL3004:sudo|} a")]
    [TestCase("{|DL1003:# dockerfile-lint ignore=|}\nRUN {|DL3004:sudo|} a")]
    public void Ours_cover_nothing_else(string markup) => Verify($"FROM a:1\n{markup}\nUSER 1\n");

    [Test]
    public void A_stage_is_covered_from_its_FROM_to_the_next_one() =>
        Verify(
            """
            FROM a:1 AS b
            RUN {|DL3004:sudo|} a
            # dockerfile-lint ignore-stage=DL3004,DL3006
            FROM c AS d
            RUN sudo a
            FROM {|DL3006:e|}
            RUN {|DL3004:sudo|} a
            USER 1
            """
        );

    [Test]
    public void A_suppression_says_who_and_why()
    {
        Finding finding = Run(
            "FROM a:1\n# dockerfile-lint ignore=DL3004 until=2027-01-01 reason=\"because, so\" \nRUN sudo a\nUSER 1\n"
        )
            .Findings.Should()
            .ContainSingle()
            .Which;

        finding.Suppression!.Justification.Should().Be("because, so");
        finding
            .Suppression.Location.File.Text.ToString(finding.Suppression.Location.Span)
            .Should()
            .StartWith("# dockerfile-lint ignore=DL3004");
        finding.Severity.Should().Be(Severity.Warning, "a suppressed finding keeps its weight");
    }

    [Test]
    public void Without_a_day_nothing_expires() =>
        Verify("FROM a:1\n# dockerfile-lint ignore=DL3004 until=2001-01-01\nRUN sudo a\nUSER 1\n", new LintOptions());

    [Test]
    public void An_expired_suppression_says_when()
    {
        Finding finding = Run("FROM a:1\n# dockerfile-lint ignore=DL3004 until=2026-02-28\nRUN sudo a\nUSER 1\n")
            .Findings.Should()
            .ContainSingle(finding => finding.Rule.Id == "DL1002")
            .Which;

        finding.Message.Template.Id.Should().Be("expired");
        finding.Message.Arguments.Should().Equal("DL3004", "2026-02-28");
    }

    [TestCase("FROM a:1\n# dockerfile-lint ignore=DL3004\nRUN sudo a\nUSER 1\n", "DL3004", Description = "used")]
    [TestCase(
        "FROM a:1\n# dockerfile-lint ignore=DL3020\nRUN sudo a\nUSER 1\n",
        "DL3020",
        Description = "switched off"
    )]
    public void A_suppression_of_a_rule_that_is_off_is_not_judged(string text, string off)
    {
        RuleSet rules = Preset.Load(Preset.Default);
        rules = rules.With(rules.Find(off).Single(), Severity.Off);

        Run(text, new LintOptions { Rules = rules })
            .Findings.Should()
            .NotContain(finding => finding.Rule.Id == "DL1002");
    }

    [TestCase("# dockerfile-lint ignore-file={|DL1002:DL1000|}\nFROM a:1\nENV b=c {|DL1000:d|}\nUSER 1\n")]
    [TestCase("FROM a:1\n# dockerfile-lint ignore={|DL1002:DL1007|}\n{|DL1007:FRMO|} b\nUSER 1\n")]
    [TestCase("FROM a:1\n# dockerfile-lint ignore={|DL1002:DL1008|}\nCOPY --from={|DL1008:9|} b /c\nUSER 1\n")]
    [TestCase("# check=skip=all\nFROM a:1\nENV b=c {|DL1000:d|}\nUSER 1\n")]
    [TestCase("# hadolint global ignore=DL1000\nFROM a:1\nENV b=c {|DL1000:d|}\nUSER 1\n")]
    public void What_breaks_the_build_cannot_be_suppressed(string markup) => Verify(markup);

    [Test]
    public void Findings_about_something_absent_can_be_suppressed_where_they_stand() =>
        Verify("# dockerfile-lint ignore=DL5001\nFROM debian:12\n");

    [Test]
    public void No_comment_counts_where_none_is_wanted() =>
        Verify(
            """
            # check=skip=all
            # dockerfile-lint ignore-file=DL3004,no-such-rule
            # hadolint global ignore=DL3004
            FROM a:1
            # hadolint ignore=DL3004
            RUN {|DL3004:sudo|} a
            # dockerfile-lint ignore=DL3020 until=2000-01-01
            USER 1
            CMD {|DL3025:b|}
            """,
            new LintOptions { HonourInlineSuppressions = false, Today = Today }
        );

    [TestCase("# hadolint ignore=DL3004\nRUN sudo a")]
    [TestCase("#hadolint ignore=DL3004\nRUN sudo a")]
    [TestCase("# hadolint ignore = SC2086 , DL3004\nRUN sudo a")]
    [TestCase("# hadolint ignore=DL3004 # because\nRUN sudo a", Description = "free text behind a second sign")]
    [TestCase("# hadolint ignore=DL3004,DL9998\nRUN sudo a", Description = "ids that are not known here")]
    [TestCase(
        "# hadolint ignore=DL3004\nRUN b \\\n && sudo a",
        Description = "by the line on which the instruction starts"
    )]
    [TestCase("# hadolint global ignore=DL3004\nRUN b\n\nRUN sudo a")]
    [TestCase("RUN sudo a\n# hadolint global ignore=DL3004", Description = "from anywhere")]
    [TestCase(
        "# hadolint ignore=DL3025\n# hadolint ignore=DL3004\nRUN sudo a",
        Description = "stacked, the lower one works"
    )]
    [TestCase("# hadolint stage ignore=DL3004\nFROM b:1\nRUN sudo a")]
    public void Those_of_hadolint_are_honoured(string text) => Verify($"FROM a:1 AS x\n{text}\nUSER 1\n");

    [TestCase("# hadolint ignore=DL3004\n\nRUN {|DL3004:sudo|} a", Description = "exactly the next line")]
    [TestCase("# hadolint ignore=DL3004\n# b\nRUN {|DL3004:sudo|} a")]
    [TestCase(
        "# hadolint ignore=DL3004\n# hadolint ignore=DL3025\nRUN {|DL3004:sudo|} a",
        Description = "stacked, the upper one does nothing"
    )]
    [TestCase("# hadolint ignore=dl3004\nRUN {|DL3004:sudo|} a")]
    [TestCase("# hadolint ignore=DL3004;DL3025\nRUN {|DL3004:sudo|} a", Description = "one bad code voids them all")]
    [TestCase("# hadolint ignore=DL3004 because\nRUN {|DL3004:sudo|} a")]
    [TestCase("# hadolint ignore=sudo-in-run\nRUN {|DL3004:sudo|} a")]
    [TestCase("# Hadolint ignore=DL3004\nRUN {|DL3004:sudo|} a")]
    [TestCase("# hadolint ignore DL3004\nRUN {|DL3004:sudo|} a")]
    [TestCase("# hadolint shell=bash\nRUN {|DL3004:sudo|} a")]
    [TestCase("RUN b && \\\n# hadolint ignore=DL3004\n {|DL3004:sudo|} a", Description = "inert inside an instruction")]
    [TestCase("# hadolint stage ignore=DL3006\nFROM {|DL3006:b|}", Description = "findings on the FROM itself stay")]
    [TestCase(
        "# hadolint stage ignore=DL3004\nFROM b:1 AS y\nFROM c:1\nRUN {|DL3004:sudo|} a",
        Description = "up to the next FROM"
    )]
    [TestCase("# hadolint ignore=DL3020\nRUN b", Description = "and unused ones serve hadolint")]
    public void And_with_hadolints_quirks(string markup) => Verify($"FROM a:1 AS x\n{markup}\nUSER 1\n");

    [TestCase("FROM a:1\n# check=skip=JSONArgsRecommended\nCMD b\nUSER 1\n")]
    [TestCase("FROM a:1\n# check=skip=all\nCMD b\nUSER 1\n")]
    [TestCase(
        "FROM a:1\n#check=skip=A,JSONArgsRecommended because\nCMD b\nUSER 1\n",
        Description = "free text behind a blank"
    )]
    [TestCase("FROM a:1\n# check=error=true;skip=JSONArgsRecommended\nCMD b\nUSER 1\n")]
    [TestCase(
        "FROM a:1\n# check=skip=all\n# c\n\nCMD b\nUSER 1\n",
        Description = "blank lines and other comments between"
    )]
    [TestCase(
        "# check=skip=JSONArgsRecommended\nFROM a:1\nUSER 1\nCMD b\n",
        Description = "as a directive for the whole file"
    )]
    [TestCase("# syntax=docker/dockerfile\n# CHECK=skip=A,JSONArgsRecommended;error=true\nFROM a:1\nUSER 1\nCMD b\n")]
    [TestCase(
        "# check=skip=A;skip=JSONArgsRecommended\nFROM a:1\nUSER 1\nCMD b\n",
        Description = "of a repeated key the last one"
    )]
    public void Those_of_BuildKit_are_honoured(string markup) => Verify(markup);

    [TestCase("FROM a:1\n # check=skip=all\nCMD {|DL3025:b|}\nUSER 1\n", Description = "not indented")]
    [TestCase("FROM a:1\n# check=skip=jsonargsrecommended\nCMD {|DL3025:b|}\nUSER 1\n", Description = "by exact name")]
    [TestCase("FROM a:1\n# check=skip=DL3025\nCMD {|DL3025:b|}\nUSER 1\n")]
    [TestCase(
        "FROM a:1\n# check=skip=A, JSONArgsRecommended\nCMD {|DL3025:b|}\nUSER 1\n",
        Description = "the value ends at a blank"
    )]
    [TestCase(
        "FROM a:1\n# check=skip=A\n# check=skip=all\nCMD {|DL3025:b|}\nUSER 1\n",
        Description = "the first comment counts"
    )]
    [TestCase("FROM a:1\n# check=skip=all\nRUN b\nCMD {|DL3025:b|}\nUSER 1\n")]
    [TestCase("FROM a:1\n# check=skip=all;skip=A\nCMD {|DL3025:b|}\nUSER 1\n")]
    [TestCase("FROM a:1\n# check=skip=all\nRUN {|DL3004:sudo|} b\nUSER 1\n", Description = "only its own rules")]
    [TestCase(
        "\n# check=skip=JSONArgsRecommended\nFROM a:1\nUSER 1\nCMD {|DL3025:b|}\n",
        Description = "below a blank line it is for the next instruction"
    )]
    [TestCase("FROM a:1\nCMD \\\n# check=skip=all\n{|DL3025:b|}\nUSER 1\n", Description = "not inside an instruction")]
    public void And_with_BuildKits_quirks(string markup) => Verify(markup);

    private static FileResult Run(string text, LintOptions? options = null) =>
        Lint.Run(text, WithoutRepetition(options ?? new LintOptions { Today = Today }));

    /// <summary>Several RUNs in a row are what the texts are about.</summary>
    private static LintOptions WithoutRepetition(LintOptions options) =>
        options with
        {
            Rules = options
                .Rules.Find("DL3059")
                .Aggregate(options.Rules, (rules, rule) => rules.With(rule, Severity.Off)),
        };

    private static void Verify(string markup, LintOptions? options = null)
    {
        MarkedText text = MarkedText.Parse(markup);
        text.Verify(Run(text.Text, options));
    }

    [TestCase("# hadolint ignore=DL3004\nRUN sudo a", "# hadolint ignore=DL3004")]
    [TestCase(
        "# hadolint ignore=DL3004\n\nRUN b",
        "# hadolint ignore=DL3004",
        Description = "whether it suppresses anything or not"
    )]
    [TestCase("RUN b \\\n# hadolint ignore=DL3004\n c", null, Description = "inside an instruction it is inert")]
    [TestCase("# hadolint global ignore=DL3004", null)]
    [TestCase("# hadolint stage ignore=DL3004\nFROM b:1", null)]
    [TestCase("# hadolint shell=bash\nRUN b", null)]
    [TestCase(
        "# hadolint ignore=DL1001\n# hadolint ignore=DL3004\nRUN b",
        "# hadolint ignore=DL1001",
        Description = "the line below is covered, even a comment"
    )]
    [TestCase(
        "# dockerfile-lint ignore=DL3004\nRUN sudo a",
        null,
        Description = "hadolint knows its own comments only"
    )]
    public void Inline_comments_are_reported_where_somebody_wants_to_know(string text, string? reported)
    {
        RuleSet rules = Preset.Load("hadolint");
        rules = rules.With(rules.Find("DL1001").Single(), Severity.Warning);
        foreach (bool honoursComments in (bool[])[true, false])
        {
            FileResult result = Run(
                $"FROM a:1\n{text}\nUSER 1\n",
                new LintOptions { Rules = rules, HonourInlineSuppressions = honoursComments }
            );
            IEnumerable<Finding> found = result.Findings.Where(finding =>
                finding.Rule.Id == "DL1001" && finding.Suppression is null
            );

            found
                .Select(finding => finding.Location.File.Text.ToString(finding.Location.Span))
                .Take(1)
                .Should()
                .Equal(reported is null ? [] : [reported]);
            found
                .Count()
                .Should()
                .Be(
                    reported is null ? 0
                    : honoursComments || !text.Contains("DL1001", StringComparison.Ordinal) ? 1
                    : 2
                );
        }
    }

    [Test]
    public void Numbers_of_ShellCheck_are_no_malformed_ones() =>
        Verify("FROM a:1\n# dockerfile-lint ignore=SC2086,{|DL1003:SC20866|}\nRUN a\nUSER 1\n");

    [TestCase(SuppressionDialects.Default, 0)]
    [TestCase(SuppressionDialects.Own | SuppressionDialects.Hadolint, 1)]
    [TestCase(SuppressionDialects.BuildKit, 2)]
    [TestCase(SuppressionDialects.None, 3)]
    public void Only_the_syntaxes_that_are_wanted_count(SuppressionDialects dialects, int left)
    {
        const string Text =
            "FROM a:1\n# hadolint ignore=DL3004\nRUN sudo a\n# dockerfile-lint ignore=DL3020\nADD b c\n# "
            + "check=skip=all\nCMD b\nUSER 1\n";

        Run(Text, new LintOptions { SuppressionDialects = dialects })
            .Findings.Count(finding =>
                finding.Suppression is null && finding.Rule.Id is ("DL3004" or "DL3020" or "DL3025")
            )
            .Should()
            .Be(left);
    }

    [TestCase("# check=error=true\n", Severity.Error)]
    [TestCase("# check=skip=MaintainerDeprecated;error=1\n", Severity.Error)]
    [TestCase("# check=error=false\n", Severity.Warning)]
    [TestCase("# A comment\n# check=error=true\n", Severity.Warning, Description = "not in the header")]
    public void The_author_can_let_checks_fail_the_build(string header, Severity severity)
    {
        FileResult result = Lint.Run(header + "FROM a:1\nUSER 1\nCMD b\n");

        result.Findings.Single(finding => finding.Rule.Id == "DL3025").Severity.Should().Be(severity);
    }

    [TestCase("# check=experimental=all\n# other\nFROM a:1 AS b\n# other\nFROM b AS c\nUSER 1\n", 2)]
    [TestCase(
        "# other\nFROM a:1 AS b\n# check=experimental=InvalidDefinitionDescription\n# other\nFROM b AS c\nUSER 1\n",
        1
    )]
    [TestCase("# other\nFROM a:1 AS b\n# other\nFROM b AS c\nUSER 1\n", 0)]
    public void Experimental_checks_are_turned_on_for_the_file_or_an_instruction(string text, int count) =>
        Lint.Run(text).Findings.Count(finding => finding.Rule.Id == "DL6012").Should().Be(count);
}
