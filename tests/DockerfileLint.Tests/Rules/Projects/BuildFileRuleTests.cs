using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Projects;

internal sealed class MissingDockerfileTests() : ProjectRuleTests("DX1003")
{
    [TestCase("services: {web: {build: [|.|]}}")]
    [TestCase("services: {web: {build: {context: .., dockerfile: [|web.Dockerfile|]}}}")]
    [TestCase("services: {web: {[|build|]: {args: {A: b}}}}")]
    [TestCase("services: {web: {build: [|.|], image: x}}")]
    [TestCase("services: {web: {build: ./unseen}}")]
    [TestCase("services: {web: {build: \"$CONTEXT\"}}")]
    [TestCase("services: {web: {build: {context: ., dockerfile_inline: FROM scratch}}}")]
    [TestCase("services: {web: {image: x}}")]
    public void A_folder_that_was_seen_has_no_such_file(string compose) => VerifyProject(compose, dockerfile: null);

    [Test]
    public void A_file_that_is_there_is_not_missing() => VerifyProject("services: {web: {build: .}}", "FROM a\n");
}

internal sealed class MissingBuildTargetTests() : ProjectRuleTests("DX1004")
{
    [TestCase("services: {web: {build: {context: ., target: [|prod|]}}}", "FROM a AS production\n")]
    [TestCase("services: {web: {build: {context: ., target: [|\"2\"|]}}}", "FROM a\nFROM b\n")]
    [TestCase("services: {web: {build: {context: ., target: PRODUCTION}}}", "FROM a AS production\n")]
    [TestCase("services: {web: {build: {context: ., target: \"0\"}}}", "FROM a\nFROM b\n")]
    [TestCase("services: {web: {build: {context: ., target: \"$T\"}}}", "FROM a\n")]
    [TestCase("services: {web: {build: {context: ., target: \"\"}}}", "FROM a\n")]
    [TestCase("services: {web: {build: {context: .}}}", "FROM a\n")]
    [TestCase("services: {web: {build: {context: ., target: x}}}", "RUN x\n", Description = "no stage at all")]
    public void The_target_is_no_stage(string compose, string dockerfile) => VerifyProject(compose, dockerfile);
}

internal sealed class UndeclaredBuildArgTests() : ProjectRuleTests("DX1005")
{
    [TestCase("services: {web: {build: {context: ., args: {[|A|]: b}}}}", "FROM a\nARG B\n")]
    [TestCase("services: {web: {build: {context: ., args: [[|A|]=b, B]}}}", "FROM a\nARG B\n")]
    [TestCase("services: {web: {build: {context: ., args: {A: b}}}}", "ARG A\nFROM a\n")]
    [TestCase("services: {web: {build: {context: ., args: {A: b}}}}", "FROM a\nONBUILD ARG A\n")]
    [TestCase("services: {web: {build: {context: ., args: {A: b}}}}", "FROM node:8-onbuild\n")]
    [TestCase("services: {web: {build: {context: ., args: {A: b}}}}", "ARG X\nFROM $X\n")]
    [TestCase("services: {web: {build: {context: ., args: {http_proxy: b, BUILDKIT_INLINE_CACHE: 1}}}}", "FROM a\n")]
    [TestCase("services: {web: {build: {context: ., args: {TARGETARCH: arm64}}}}", "FROM a\n")]
    public void An_argument_that_no_ARG_takes(string compose, string dockerfile) => VerifyProject(compose, dockerfile);
}

internal sealed class UnprovidedBuildSecretTests() : ProjectRuleTests("DX1006")
{
    private const string Mount = "FROM a\nRUN --mount=type=secret,id=key x\n";

    [TestCase("services: {web: {[|build|]: .}}", Mount)]
    [TestCase("services: {web: {build: {context: ., secrets: [key]}}}\nsecrets: {key: {file: k}}", Mount)]
    [TestCase(
        "services: {web: {build: {context: ., secrets: [{source: k, target: key}]}}}\nsecrets: {k: {file: k}}",
        Mount
    )]
    [TestCase("services: {web: {[|build|]: {context: ., secrets: [[|k|]]}}}\nsecrets: {k: {file: k}}", Mount)]
    [TestCase("services: {web: {build: {context: ., secrets: [\"$K\"]}}}", Mount)]
    [TestCase("services: {web: {build: .}}", "FROM a\nRUN --mount=type=secret,id=$K x\n")]
    [TestCase("services: {web: {build: .}}", "FROM a\nRUN --mount=type=cache,target=/c x\n")]
    [TestCase("services: {web: {build: {context: ., target: b}}}", Mount + "FROM a AS b\n")]
    [TestCase("services: {web: {[|build|]: .}}", "FROM a\nRUN --mount=type=secret,target=/run/secrets/key x\n")]
    public void A_build_and_its_secrets_know_each_other(string compose, string dockerfile) =>
        VerifyProject(compose, dockerfile);
}
