using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Projects;

/// <summary>Dockerfiles that stand in a Compose file, and Dockerfiles that services are built from.</summary>
internal sealed class InlineDockerfileTests
{
    private static readonly string[] Rules = ["DL3002", "DL5001", "DL3007", "DL1007", "DL5008"];

    [TestCase("      dockerfile_inline: |\n        FROM {|DL3007:alpine:latest|}\n        USER {|DL3002:root|}\n")]
    [TestCase("      dockerfile_inline: \"FROM {|DL3007:alpine:latest|}\\nUSER {|DL3002:root|}\\n\"\n")]
    [TestCase("      dockerfile_inline: |\n        FROM alpine:3\n        ARG U=root\n        USER {|DL3002:$$U|}\n")]
    [TestCase("      dockerfile_inline: |\n        FROM alpine:3\n        {|DL1007:FORM|} x\n        USER 1\n")]
    [TestCase(
        "      dockerfile_inline: |\n        # hadolint ignore=DL3007\n        FROM alpine:latest\n        USER 1\n"
    )]
    [TestCase(
        "      args: {U: \"1\"}\n      dockerfile_inline: |\n        FROM alpine:3\n        ARG U=root\n"
            + "        USER $$U\n"
    )]
    [TestCase(
        "      target: dev\n      dockerfile_inline: |\n        FROM alpine:3 AS dev\n        USER {|DL3002:root|}\n"
            + "        FROM alpine:3\n        USER 1\n"
    )]
    [TestCase("      target: nope\n      dockerfile_inline: |\n        FROM alpine:3\n        USER {|DL3002:root|}\n")]
    [TestCase("      dockerfile_inline: FROM {|DL5001:alpine:3|}\n")]
    [TestCase("      dockerfile_inline: FROM alpine:3\n    user: \"1\"\n")]
    [TestCase("      dockerfile_inline: FROM {|DL5001:alpine:3|}\n    user: root\n")]
    public void Are_judged_in_place(string build)
    {
        MarkedText text = MarkedText.Parse($"services:\n  web:\n    build:\n{build}");

        text.Verify(
            Lint.Run(
                Lint.CreateFile(text.Text, Language.Compose),
                Language.Compose,
                options: new LintOptions { Rules = Select() }
            )
        );
    }

    [Test]
    public void One_that_two_services_share_is_reported_once()
    {
        MarkedText text = MarkedText.Parse(
            "services:\n  a:\n    build: &build\n      dockerfile_inline: FROM {|DL5001:alpine:3|}\n"
                + "  b:\n    build: *build\n"
        );

        text.Verify(
            Lint.Run(
                Lint.CreateFile(text.Text, Language.Compose),
                Language.Compose,
                options: new LintOptions { Rules = Select() }
            )
        );
    }

    [TestCase("FROM alpine:3\n", "{build: ., user: \"1\"}", "")]
    [TestCase("FROM alpine:3\n", "{build: .}", "DL5001 Warning")]
    [TestCase("FROM alpine:3\n", "{build: ., user: \"1\"}, b: {build: .}", "DL5001 Warning")]
    [TestCase("FROM alpine:3\n", "{build: {context: ., target: x}, user: \"1\"}", "")]
    [TestCase("FROM alpine:3 AS x\nFROM alpine:3\n", "{build: {context: ., target: x}, user: \"1\"}", "DL5001 Warning")]
    [TestCase("FROM alpine:3\nUSER root\n", "{build: ., user: \"1\"}, b: {build: ., user: app}", "DL3002 Info")]
    [TestCase("FROM alpine:3\nUSER root\n", "{build: ., user: \"1\"}, b: {build: ., user: root}", "DL3002 Warning")]
    [TestCase("FROM alpine:3\nUSER root\n", "{build: ., user: \"$U\"}", "DL3002 Warning")]
    [TestCase("FROM alpine:3\nRUN adduser -u 0 x\nUSER root\n", "{build: ., user: x}", "DL3002 Warning")]
    public void Services_answer_what_a_Dockerfile_leaves_open(string dockerfile, string services, string expected)
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "services: {above: {image: x}}",
            ["app/compose.yaml"] = $"services: {{a: {services}}}",
            ["app/Dockerfile"] = dockerfile,
        };

        string.Join(
                ", ",
                new Linter(new LintOptions { Rules = Select() })
                    .Lint(Project.Create(files), "app/Dockerfile")
                    .Findings.Select(finding => $"{finding.Rule.Id} {finding.Severity}")
            )
            .Should()
            .Be(expected);
    }

    [Test]
    public void A_softened_finding_names_the_service_that_answers_it()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "services: {web: {build: app, user: \"1\"}}",
            ["app/Dockerfile"] = "FROM alpine:3\nUSER root\n",
        };

        Finding finding = new Linter(new LintOptions { Rules = Select() })
            .Lint(Project.Create(files), "app/Dockerfile")
            .Findings.Single();

        finding.Message.ToString().Should().Contain("'web'").And.Contain("'1'");
        finding.RelatedLocations.Single().Location.ToString().Should().Be("compose.yaml:1:36");
    }

    [Test]
    public void A_change_of_the_Compose_file_is_seen()
    {
        Project project = Project
            .Create()
            .WithDocument("app/Dockerfile", "FROM alpine:3\n")
            .WithDocument("compose.yaml", "services: {web: {build: app, user: \"1\"}}");
        var linter = new Linter(new LintOptions { Rules = Select() });

        linter.Lint(project, "app/Dockerfile").Findings.Should().BeEmpty();
        linter
            .Lint(project.WithDocument("compose.yaml", "services: {web: {build: app}}"), "app/Dockerfile")
            .Findings.Should()
            .ContainSingle();
    }

    private static RuleSet Select() =>
        Preset.Load(Preset.Default).Select(RuleCatalog.Descriptors.Where(rule => Rules.Contains(rule.Id)));
}
