using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Projects;

internal sealed class RootOverridesUserTests() : ProjectRuleTests("DX1002")
{
    [TestCase("services: {web: {build: ., user: [|root|]}}", "FROM alpine\nUSER 1\n")]
    [TestCase("services: {web: {build: ., user: [|\"0:5\"|]}}", "FROM alpine\nUSER app\n")]
    [TestCase("services: {web: {build: ., user: root}}", "FROM alpine\nUSER root\n")]
    [TestCase("services: {web: {build: ., user: root}}", "FROM alpine\n")]
    [TestCase("services: {web: {build: ., user: root}}", "FROM alpine\nRUN adduser -u 0 app\nUSER app\n")]
    [TestCase("services: {web: {build: ., user: \"2\"}}", "FROM alpine\nUSER 1\n")]
    [TestCase("services: {web: {build: .}}", "FROM alpine\nUSER 1\n")]
    [TestCase("services: {web: {build: {context: ., target: a}, user: root}}", "FROM x AS a\nFROM x\nUSER 1\n")]
    [TestCase("services: {a: {build: ., image: x}, web: {image: x, user: [|root|]}}", "FROM alpine\nUSER 1\n")]
    public void A_user_of_the_image_is_undone(string compose, string dockerfile) => VerifyProject(compose, dockerfile);

    [Test]
    public void The_way_leads_on_to_the_user_that_is_undone() =>
        VerifyProject("services: {web: {build: ., user: [|root|]}}", "FROM alpine\nUSER 1\n")
            .Single()
            .Flow[^1]
            .Location.ToString()
            .Should()
            .Be("app/Dockerfile:2:6");

    [Test]
    public void The_more_general_rule_says_nothing_there() =>
        Lint.Run(
                "services: {web: {build: {dockerfile_inline: \"FROM alpine\\nUSER 1\\n\"}, user: root}}",
                language: Language.Compose
            )
            .Findings.Select(finding => finding.Rule.Id)
            .Should()
            .Contain("DX1002")
            .And.NotContain("DC3002");
}
