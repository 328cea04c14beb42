using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BaseImages;

internal sealed class UnpinnedImageTests() : RuleTest("DC5007", Language.Compose)
{
    [TestCase("redis")]
    [TestCase("redis:latest")]
    [TestCase("registry.example.com:5000/team/app")]
    [TestCase("localhost:5000/app:latest")]
    [TestCase("${REGISTRY:-registry.example.com:5000}/app")]
    [TestCase("redis:${TAG:-latest}")]
    [TestCase("redis:${TAG:-${FALLBACK:-latest}}")]
    [TestCase("${IMAGE:-redis}")]
    [TestCase("${REGISTRY}/app:latest")]
    public void No_tag_and_latest_are_reported(string image) => Verify($"services:\n  a:\n    image: [|{image}|]\n");

    [TestCase("redis:${TAG:-latest}", Severity.Info)]
    [TestCase("${IMAGE:-redis}", Severity.Info)]
    [TestCase("${REGISTRY:-registry.example.com}/app", Severity.Warning)]
    [TestCase("redis", Severity.Warning)]
    public void The_default_of_a_variable_is_a_note(string image, Severity severity) =>
        Verify($"services:\n  a:\n    image: [|{image}|]\n").Single().Severity.Should().Be(severity);

    [TestCase("redis:7.4")]
    [TestCase("registry.example.com:5000/team/app:1")]
    [TestCase("redis:${TAG:-7.4}")]
    [TestCase("redis:${TAG}")]
    [TestCase("redis${SUFFIX}")]
    [TestCase("${IMAGE}")]
    [TestCase("redis@sha256:6f1a2c0d3b4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f5061728394a5b6c7d8e")]
    public void A_version_or_what_is_not_known_is_fine(string image) =>
        Verify($"services:\n  a:\n    image: {image}\n");
}

internal sealed class ImageNotPinnedByDigestTests() : RuleTest("DC5008", Language.Compose)
{
    [TestCase("redis:7.4")]
    [TestCase("registry.example.com:5000/app:1")]
    [TestCase("redis:${TAG:-7.4}")]
    public void A_tag_alone_is_reported(string image) => Verify($"services:\n  a:\n    image: [|{image}|]\n");

    [TestCase("redis@sha256:6f1a2c0d3b4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f5061728394a5b6c7d8e")]
    [TestCase("redis:${TAG}")]
    [TestCase("redis:7.4@${DIGEST}")]
    public void A_digest_or_what_is_not_known_is_fine(string image) => Verify($"services:\n  a:\n    image: {image}\n");

    [Test]
    public void The_name_of_a_result_needs_none() =>
        Verify("services:\n  a:\n    image: example/app:1\n    build: .\n");
}

internal sealed class UntrustedRegistryTests() : RuleTest("DC5009", Language.Compose)
{
    [TestCase("redis:7.4", "ghcr.io")]
    [TestCase("ghcr.io/a/b:1", "docker.io")]
    [TestCase("registry.example.com/a:1", "registry.example.com:5000")]
    [TestCase("${REGISTRY:-quay.io}/a:1", "docker.io")]
    public void Another_registry_is_reported(string image, string trusted) =>
        Verify($"services:\n  a:\n    image: [|{image}|]\n", "trusted-registries=" + trusted);

    [TestCase("redis:7.4", "docker.io")]
    [TestCase("index.docker.io/library/redis:7.4", "docker.io")]
    [TestCase("eu.registry.example.com/a:1", "*.example.com")]
    [TestCase("registry.example.com:5000/a:1", "registry.example.com*")]
    [TestCase("${REGISTRY}/a:1", "ghcr.io")]
    [TestCase("${REGISTRY}a:1", "ghcr.io")]
    public void A_trusted_or_unknown_one_is_fine(string image, string trusted) =>
        Verify($"services:\n  a:\n    image: {image}\n", "trusted-registries=" + trusted);

    [Test]
    public void Without_a_list_all_are_trusted() => Verify("services:\n  a:\n    image: quay.io/a/b:1\n");
}

internal sealed class UnsupportedImageTests() : RuleTest("DC5017", Language.Compose)
{
    [TestCase("mysql:5.7")]
    [TestCase("docker.io/library/redis:5-alpine")]
    [TestCase("postgres:9.6")]
    [TestCase("mongo:4.4.29")]
    [TestCase("mariadb:10.5")]
    [TestCase("node:16")]
    [TestCase("nginx:1.25-alpine3.15")]
    [TestCase("openjdk:17")]
    [TestCase("mysql:${TAG:-5.7}")]
    public void Past_its_support(string image) => Verify($"services:\n  a:\n    image: [|{image}|]\n");

    [TestCase("mysql:8.4")]
    [TestCase("mysql")]
    [TestCase("mysql:latest")]
    [TestCase("mysql:${TAG}")]
    [TestCase("example/mysql:5.7")]
    [TestCase("postgres:18-alpine")]
    public void In_support_or_not_known(string image) => Verify($"services:\n  a:\n    image: {image}\n");

    [Test]
    public void What_is_built_is_judged_in_its_Dockerfile() =>
        Verify("services:\n  a:\n    build: .\n    image: mysql:5.7\n");
}
