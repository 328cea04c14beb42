using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

/// <summary>A rule that repeats itself is heard once, and says where else.</summary>
internal sealed class RepetitionTests
{
    [Test]
    public void What_a_rule_says_once_a_file_is_one_finding_with_the_other_places() =>
        Find("FROM a:1\nENV A b\nENV C d\nRUN x\nENV E f\n", "DL6007").Should().Equal("2: 3 5");

    [Test]
    public void What_a_rule_says_once_an_instruction_is_one_finding_for_each() =>
        Find("FROM a:1\nRUN apt-get install b && \\\n  apt-get install c\nRUN apt-get install d\n", "DL3014")
            .Should()
            .Equal("2: 3", "4:");

    [Test]
    public void Neighbours_are_one_finding_up_to_the_next_instruction_without_one() =>
        Find("FROM a:1\nRUN a\nRUN b\n\nRUN c\nENV A=b\nRUN d\nRUN e\n", "DL3059").Should().Equal("3: 5", "8:");

    [Test]
    public void A_service_is_told_once() =>
        Find(
                Lint.Run(
                    "services:\n  a:\n    image: b:1\n    ports:\n      - 80:80\n      - 81:81\n"
                        + "  c:\n    image: b:1\n    ports:\n      - 82:82\n",
                    new LintOptions { Rules = Preset.Load("security") },
                    Language.Compose
                ),
                "DC5001"
            )
            .Should()
            .Equal("5: 6", "10:");

    [Test]
    public void Other_messages_and_tiers_are_other_findings() =>
        Find("FROM a:1\nENV A b\nENV C = d\nENV E f\nENV G = h\n", "DL6007").Should().Equal("2: 4", "3: 5");

    [Test]
    public void A_suppressed_place_is_not_related() =>
        Find("FROM a:1\nENV A b\n# dockerfile-lint ignore=DL6007\nENV C d\nENV E f\n", "DL6007")
            .Should()
            .Equal("2: 5", "4 suppressed:");

    [Test]
    public void Where_the_first_place_is_suppressed_the_next_one_carries_the_finding() =>
        Find("FROM a:1\n# dockerfile-lint ignore=DL6007\nENV A b\nENV C d\nENV E f\n", "DL6007")
            .Should()
            .Equal("3 suppressed:", "4: 5");

    [Test]
    public void Where_all_places_are_suppressed_nothing_is_left() =>
        Find("# dockerfile-lint ignore-file=DL6007\nFROM a:1\nENV A b\nENV C d\n", "DL6007")
            .Should()
            .Equal("3 suppressed:", "4 suppressed:");

    [Test]
    public void A_comment_above_a_place_that_is_related_has_work() =>
        Find("FROM a:1\nENV A b\n# dockerfile-lint ignore=DL6007\nENV C d\n", "DL1002").Should().BeEmpty();

    [TestCase("hadolint", "FROM a:1\nRUN pip install b\nRUN pip install c\n", "DL3042", "2:", "3:")]
    [TestCase("buildkit", "FROM a:1\nENV A b\nENV C d\n", "DL6007", "2:", "3:")]
    public void Under_the_behaviour_of_another_tool_each_place_is_a_finding(
        string preset,
        string text,
        string rule,
        params string[] expected
    ) => Find(Lint.Run(text, new LintOptions { Rules = Preset.Load(preset) }), rule).Should().Equal(expected);

    [Test]
    public void No_more_places_are_kept_than_a_reader_bears() =>
        Run("FROM a:1\n" + string.Concat(Enumerable.Repeat("ENV A b\n", 300)))
            .Findings.Single(finding => finding.Rule.Id == "DL6007")
            .RelatedLocations.Should()
            .HaveCount(AnalysisBudget.MaxRelatedLocations);

    [TestCase("FROM a:1\nENV C d\nENV E f\n", Description = "the first place is mended")]
    [TestCase("FROM a:1\nENV A b\n", Description = "the others are")]
    [TestCase("FROM a:1\nENV A b\nENV C d\nENV E f\nENV G h\n", Description = "one more place")]
    [TestCase(
        "FROM a:1\n# dockerfile-lint ignore=DL6007\nENV A b\nENV C d\n",
        Description = "the first place is suppressed"
    )]
    public void What_is_said_once_a_file_stays_the_same_finding(string after) =>
        GetFingerprint(after, "DL6007").Should().Be(GetFingerprint("FROM a:1\nENV A b\nENV C d\n", "DL6007"));

    [Test]
    public void What_is_said_once_an_instruction_is_known_by_its_first_line()
    {
        const string Text = "RUN apt-get install b && \\\n  apt-get install c\n";

        GetFingerprint("FROM a:1\n\n" + Text + "ENV A=b\n", "DL3014")
            .Should()
            .Be(GetFingerprint("FROM a:1\n" + Text, "DL3014"))
            .And.NotBe(GetFingerprint("FROM a:1\n" + Text.Replace(" b ", " d "), "DL3014"));
    }

    private static FileResult Run(string text) =>
        Lint.Run(text, new LintOptions { Today = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) });

    private static string GetFingerprint(string text, string rule) =>
        Run(text).Findings.Single(finding => finding.Rule.Id == rule && finding.Suppression is null).Fingerprint;

    private static IEnumerable<string> Find(string text, string rule) => Find(Run(text), rule);

    /// <summary>The findings of a rule as the lines of its places.</summary>
    private static IEnumerable<string> Find(FileResult result, string rule) =>
        from finding in result.Findings
        where finding.Rule.Id == rule
        let lines = finding.Diagnostic.GetPlaces().Select(place => place.LineSpan.Start.Line + 1).ToList()
        let state = finding.Suppression is null ? "" : " suppressed"
        select $"{lines[0]}{state}: {string.Join(' ', lines.Skip(1))}".Trim();
}
