using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

internal sealed class UntaggedBaseImageTests() : RuleTest("DL3006")
{
    [TestCase("FROM [|a|]")]
    [TestCase("FROM [|a/b|]")]
    [TestCase("FROM [|host:5000/a|]")]
    [TestCase("FROM [|localhost/a|] AS b")]
    [TestCase("FROM --platform=linux/amd64 [|a|]")]
    [TestCase("FROM a:1 AS b\nFROM B", Description = "another case is no stage to the builder")]
    [TestCase("FROM [|scratchy|]")]
    [TestCase("ARG A=b\nFROM [|$A|]")]
    [TestCase("FROM [|a${T:+:1}|]", Description = "a suffix that is never there")]
    [TestCase("FROM [|a|] AS b\nFROM b")]
    [TestCase("FROM [|${A:-b}|]")]
    [TestCase("FROM a:1")]
    [TestCase("FROM a@sha256:0")]
    [TestCase("FROM host:5000/a:1")]
    [TestCase("FROM scratch")]
    [TestCase("FROM a:1 AS b\nFROM b")]
    [TestCase("FROM $A:1")]
    [TestCase("ARG A\nFROM $A")]
    [TestCase("ARG A=b:1\nFROM ${A}")]
    [TestCase("ARG T=:1\nFROM a$T")]
    [TestCase("ARG T\nFROM a:${T}", Description = "a tag, whatever it is")]
    [TestCase("FROM")]
    [TestCase("COPY --from=a b c")]
    public void An_image_needs_a_tag_or_a_digest(string text) => Verify($"{text}\n");

    [TestCase("FROM [|a|]")]
    [TestCase("ARG T=:1\nFROM [|a$T|]", Description = "variables are not read")]
    [TestCase("ARG A=b\nFROM $A", Description = "and pass in front")]
    [TestCase("FROM scratch")]
    [TestCase("FROM a:1 AS b\nFROM b")]
    [TestCase("FROM a:$T")]
    public void As_hadolint_judges(string text) => Verify($"{text}\n", "behaviour=hadolint");
}

internal sealed class LatestBaseImageTests() : RuleTest("DL3007")
{
    [TestCase("FROM [|a:latest|]")]
    [TestCase("FROM [|host:5000/a:latest|] AS b")]
    [TestCase("ARG T=latest\nFROM [|a:$T|]")]
    [TestCase("FROM [|a:${T:-latest}|]")]
    [TestCase("ARG T\nFROM [|a:${T:-latest}|]")]
    [TestCase("FROM a:latest@sha256:0")]
    [TestCase("FROM a:Latest")]
    [TestCase("FROM a:latest-alpine")]
    [TestCase("FROM a:18-latest")]
    [TestCase("FROM latest")]
    [TestCase("FROM a")]
    [TestCase("ARG T\nFROM a:$T")]
    [TestCase("ARG T=1\nFROM a:${T:-latest}")]
    public void The_tag_latest_moves(string text) => Verify($"{text}\n");

    [TestCase("FROM [|a:latest|]")]
    [TestCase("ARG A=b\nFROM $A:latest", Description = "what starts with a variable is no image to it")]
    [TestCase("ARG T=latest\nFROM a:$T")]
    [TestCase("FROM a:latest@sha256:0")]
    public void As_hadolint_judges(string text) => Verify($"{text}\n", "behaviour=hadolint");
}
