using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Secrets;

internal sealed class ComposeSecretValueTests() : RuleTest("DC5006", Language.Compose)
{
    // Taken apart, so that nobody who searches for tokens finds one here.
    private const string Token = "ghp_" + "u7Vq2Zt9Lr4Xw1Bn6Ks8Mf3Hd5Jc0PyGaTeR";

    [TestCase("environment: {A: '[|T|]'}")]
    [TestCase("environment: ['A=[|T|]']")]
    [TestCase("environment: ['A=Bearer [|T|]']")]
    [TestCase("environment: {A: '[|${A:-T}|]'}")]
    [TestCase("labels: {com.example.token: '[|T|]'}")]
    [TestCase("deploy: {labels: ['a=[|T|]']}")]
    [TestCase("command: run --token [|T|]")]
    [TestCase("command: [run, --token, '[|T|]']")]
    [TestCase("entrypoint: [run, '--token=[|T|]']")]
    [TestCase("build: {context: ., args: {A: '[|T|]'}}")]
    [TestCase("healthcheck: {test: 'curl -H Authorization:[|T|] https://a.example'}")]
    [TestCase("logging: {driver: splunk, options: {splunk-token: '[|T|]'}}")]
    [TestCase("post_start: [{command: [run, '[|T|]']}]")]
    public void A_token_is_found_wherever_text_may_stand(string setting) =>
        Verify(
            $"services:\n  a:\n    image: a:1\n    {setting}\n"
                .Replace("T|]", Token + "|]", StringComparison.Ordinal)
                .Replace("T}|]", Token + "}|]", StringComparison.Ordinal)
        );

    [Test]
    public void A_name_and_a_value_make_a_credential_together() =>
        Verify(
            "services:\n  a:\n    image: a:1\n    environment:\n      AWS_SECRET_ACCESS_KEY: "
                + "[|q9Zt4LxW7vBn2Ks8Mf3Hd5Jc0PyGaTeRu1Vq6Xr0|]\n"
        );

    [Test]
    public void A_password_in_a_URL_is_a_warning() =>
        Verify(
                "services:\n  a:\n    image: a:1\n    environment:\n      DATABASE_URL: "
                    + "postgres://app:[|s3kr3t-9|]@db/app\n"
            )
            .Should()
            .ContainSingle()
            .Which.Severity.Should()
            .Be(Severity.Warning);

    [TestCase("postgres://app:${DB_PASSWORD}@db/app")]
    [TestCase("postgres://app:password@db/app")]
    [TestCase("AKIAIOSFODNN7EXAMPLE")]
    [TestCase("${TOKEN}")]
    [TestCase("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void Variables_and_examples_are_none(string value) =>
        Verify($"services:\n  a:\n    image: a:1\n    environment:\n      A: {value}\n");
}

internal sealed class ComposeTlsVerificationDisabledTests() : RuleTest("DC5010", Language.Compose)
{
    [TestCase("environment: {NODE_TLS_REJECT_UNAUTHORIZED: [|0|]}")]
    [TestCase("environment: ['PYTHONHTTPSVERIFY=[|0|]']")]
    [TestCase("environment: {GIT_SSL_NO_VERIFY: [|'true'|]}")]
    [TestCase("build: {context: ., args: {NPM_CONFIG_STRICT_SSL: [|'false'|]}}")]
    [TestCase("command: curl [|-k|] https://a.example")]
    [TestCase("command: [curl, [|--insecure|], https://a.example]")]
    [TestCase("command: [sh, -c, 'cd /tmp && wget [|--no-check-certificate|] https://a.example']")]
    [TestCase("command: sh -c [|'curl -k https://a.example'|]")]
    [TestCase("command: [timeout, '5', curl, [|-k|], https://a.example]")]
    [TestCase("command: exec gosu app sh -c [|'wget --no-check-certificate https://a.example'|]")]
    [TestCase("entrypoint: ['/bin/bash', -ec, 'git config --global [|http.sslVerify|] false']")]
    public void Variables_and_options_are_reported(string setting) =>
        Verify($"services:\n  a:\n    image: a:1\n    {setting}\n");

    [TestCase("environment: {NODE_TLS_REJECT_UNAUTHORIZED: 1}")]
    [TestCase("environment: {NODE_TLS_REJECT_UNAUTHORIZED: '${VERIFY}'}")]
    [TestCase("environment: [NODE_TLS_REJECT_UNAUTHORIZED]")]
    [TestCase("command: curl -k https://localhost:8443")]
    [TestCase("command: [echo, curl, -k]")]
    [TestCase("command: curl ${OPTIONS} https://a.example")]
    [TestCase("healthcheck: {test: 'curl -k https://a:8443/ready'}")]
    public void What_verifies_or_has_nobody_between_is_fine(string setting) =>
        Verify($"services:\n  a:\n    image: a:1\n    {setting}\n");
}

internal sealed class ComposeLeakedImageIdTests() : RuleTest("DC5012", Language.Compose)
{
    private const string Id = "6f1a2c0d3b4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f5061728394a5b6c7d8e";

    [TestCase("environment: {BASE_IMAGE_ID: '[|sha256:ID|]'}")]
    [TestCase("labels: ['com.example.imageId=[|ID|]']")]
    public void An_id_under_the_name_of_one_is_reported(string setting) =>
        Verify(
            $"services:\n  a:\n    image: a:1\n    {setting}\n".Replace("ID|]", Id + "|]", StringComparison.Ordinal)
        );

    [TestCase("sha256:")]
    [TestCase("")]
    public void An_image_by_its_id_is_reported(string prefix) =>
        Verify($"services:\n  a:\n    image: [|{prefix}{Id}|]\n");

    [TestCase("CHECKSUM")]
    [TestCase("COMMIT")]
    public void Another_name_is_fine(string name) =>
        Verify($"services:\n  a:\n    image: a@sha256:{Id}\n    environment:\n      {name}: {Id}\n");
}
