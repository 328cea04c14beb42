using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Reliability;

internal sealed class NoHealthcheckTests() : RuleTest("DC6001", Language.Compose)
{
    [TestCase("image: a:1")]
    [TestCase("build: .")]
    public void A_service_without_one_is_reported(string source) => Verify($"services:\n  [|web|]:\n    {source}\n");

    [TestCase("healthcheck: {test: [CMD, 'true']}")]
    [TestCase("healthcheck: {interval: 10s}")]
    [TestCase("healthcheck: {disable: true}")]
    [TestCase("deploy: {mode: replicated-job}")]
    public void A_setting_or_a_job_is_fine(string setting) =>
        Verify($"services:\n  web:\n    image: a:1\n    {setting}\n");
}

internal sealed class HealthcheckDisabledTests() : RuleTest("DC6002", Language.Compose)
{
    [TestCase("disable: [|true|]")]
    [TestCase("disable: [|${OFF:-true}|]")]
    [TestCase("test: [[|NONE|]]")]
    [TestCase("test: [|NONE|]")]
    public void Each_way_to_switch_it_off_is_reported(string setting) =>
        Verify($"services:\n  web:\n    image: a:1\n    healthcheck:\n      {setting}\n");

    [TestCase("disable: false")]
    [TestCase("disable: ${OFF}")]
    [TestCase("test: [CMD, 'NONE']")]
    public void Others_are_fine(string setting) =>
        Verify($"services:\n  web:\n    image: a:1\n    healthcheck:\n      {setting}\n");
}

internal sealed class NoRestartPolicyTests() : RuleTest("DC6003", Language.Compose)
{
    [Test]
    public void A_service_that_says_nothing_is_reported() => Verify("services:\n  [|web|]:\n    image: a:1\n");

    [TestCase("restart: 'no'")]
    [TestCase("restart: no")]
    [TestCase("restart: ${RESTART}")]
    [TestCase("deploy: {restart_policy: {condition: none}}")]
    public void Any_decision_is_fine(string setting) => Verify($"services:\n  web:\n    image: a:1\n    {setting}\n");

    [Test]
    public void What_others_wait_for_is_meant_to_end() =>
        Verify(
            """
            services:
              [|web|]:
                image: a:1
                depends_on:
                  migrate: {condition: service_completed_successfully}
                  db: {condition: service_started}
              migrate:
                image: a:1
              [|db|]:
                image: a:1
            """
        );
}

internal sealed class ContainerNameBlocksScalingTests() : RuleTest("DC6004", Language.Compose)
{
    [TestCase("deploy: {replicas: 2}")]
    [TestCase("scale: 2")]
    [TestCase("scale: ${SCALE:-3}")]
    public void More_than_one_container_is_reported(string setting) =>
        Verify($"services:\n  web:\n    image: a:1\n    container_name: [|web|]\n    {setting}\n");

    [TestCase("deploy: {replicas: 1}")]
    [TestCase("scale: 0")]
    [TestCase("scale: ${SCALE}")]
    [TestCase("restart: always")]
    public void One_or_an_unknown_number_is_fine(string setting) =>
        Verify($"services:\n  web:\n    image: a:1\n    container_name: web\n    {setting}\n");
}
