using DockerfileLint.Diagnostics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Projects;

internal sealed class ServiceRunsAsRootTests() : ProjectRuleTests("DX1001")
{
    private const string Stages = "FROM alpine AS dev\nUSER root\nFROM alpine\nUSER 1\n";

    [TestCase("services: {[|web|]: {build: {context: ., target: dev}}}", Stages)]
    [TestCase("services: {web: {build: .}}", Stages)]
    [TestCase("services: {web: {build: {context: ., target: dev}, user: \"5\"}}", Stages)]
    [TestCase("services: {web: {build: {context: ., target: dev}, user: root}}", Stages, Description = "DC3002's")]
    [TestCase("services: {web: {build: {context: ., target: nope}}}", Stages, Description = "DX1004's")]
    [TestCase("services: {web: {build: {context: ., target: \"$T\"}}}", Stages, Description = "any stage")]
    [TestCase("services: {[|web|]: {build: {context: ., args: {U: \"0\"}}}}", "FROM alpine\nARG U=1\nUSER $U\n")]
    [TestCase("services: {web: {build: {context: ., args: {U: \"2\"}}}}", "FROM alpine\nARG U=0\nUSER $U\n")]
    [TestCase("services: {[|web|]: {build: {context: ., args: {B: alpine}}}}", "ARG B=x\nFROM $B\n")]
    [TestCase("services: {web: {build: {context: ., args: {B: grafana/grafana}}}}", "ARG B=alpine\nFROM $B\n")]
    [TestCase("services: {web: {build: {context: .}}}", "FROM alpine\nUSER root\n", Description = "DL3002's")]
    [TestCase("services: {web: {build: {context: .}}}", "FROM alpine\n", Description = "DL5001's")]
    [TestCase("services: {web: {image: alpine}}", "FROM alpine\n")]
    [TestCase("services: {web: {build: ./other}}", Stages, Description = "not seen")]
    [TestCase("services: {web: {extends: {file: gone.yaml, service: a}, build: {context: ., target: dev}}}", Stages)]
    public void The_build_decides_what_the_Dockerfile_alone_does_not(string compose, string dockerfile) =>
        VerifyProject(compose, dockerfile);

    [Test]
    public void The_way_leads_from_the_service_to_the_USER()
    {
        Finding finding = VerifyProject("services: {[|web|]: {build: {context: ., target: dev}}}", Stages).Single();

        finding
            .Flow.Select(step => $"{step.Location} {step.Message}")
            .Should()
            .Equal(
                "app/compose.yaml:1:12 Service 'web' is defined here.",
                "app/compose.yaml:1:18 Its image is built here.",
                "app/compose.yaml:1:46 The build makes stage 'dev'.",
                "app/Dockerfile:1:6 Stage 'dev' starts from 'alpine'.",
                "app/Dockerfile:2:6 This USER decides."
            );
        finding.RelatedLocations.Should().Equal(finding.Flow.Skip(1));
    }

    [Test]
    public void The_user_of_another_service_s_image_is_inherited()
    {
        const string Compose =
            "services:\n  base: {build: {context: ., target: dev}, user: \"1\"}\n"
            + "  [|web|]:\n    build:\n      dockerfile_inline: FROM base\n"
            + "      additional_contexts: {base: \"service:base\"}\n";

        VerifyProject(Compose, Stages).Single().Flow[^1].Location.ToString().Should().Be("app/Dockerfile:2:6");
    }
}
