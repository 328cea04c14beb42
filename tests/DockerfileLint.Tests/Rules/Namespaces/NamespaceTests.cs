using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Namespaces;

internal sealed class HostUtsNamespaceTests() : RuleTest("DC2004", Language.Compose)
{
    [TestCase("services:\n  a:\n    image: x\n    uts: [|\"host\"|]\n")]
    [TestCase("services:\n  a:\n    image: x\n    uts: [|${UTS:-host}|]\n")]
    [TestCase("services:\n  a:\n    image: x\n    uts: ${UTS}\n")]
    [TestCase("services:\n  a:\n    image: x\n    uts:\n")]
    public void The_host_is_reported_where_the_value_is_known(string markup) => Verify(markup);

    [Test]
    public void An_anchor_is_reported_once() =>
        Verify("x-base: &base\n  uts: [|host|]\nservices:\n  a:\n    <<: *base\n  b:\n    <<: *base\n");
}

internal sealed class HostUserNamespaceTests() : RuleTest("DC2005", Language.Compose)
{
    [TestCase("services:\n  a:\n    image: x\n    userns_mode: [|'host'|]\n")]
    [TestCase("services:\n  a:\n    image: x\n    userns_mode: ''\n")]
    [TestCase("services:\n  a:\n    image: x\n    user: host\n")]
    public void Only_the_host_is_reported(string markup) => Verify(markup);
}

internal sealed class HostCgroupNamespaceTests() : RuleTest("DC2006", Language.Compose)
{
    [TestCase("services:\n  a:\n    image: x\n    cgroup: [|host|]\n")]
    [TestCase("services:\n  a:\n    image: x\n    cgroup: private\n")]
    public void Only_the_host_is_reported(string markup) => Verify(markup);
}

internal sealed class SharedNamespaceTests() : RuleTest("DC2007", Language.Compose)
{
    [TestCase("services:\n  a:\n    image: x\n    network_mode: [|service:b|]\n  b:\n    image: x\n")]
    [TestCase("services:\n  a:\n    image: x\n    network_mode: [|container:${VPN}|]\n")]
    [TestCase("services:\n  a:\n    image: x\n    network_mode: bridge\n    ipc: shareable\n")]
    [TestCase("services:\n  a:\n    image: x\n    network_mode: ${MODE}\n")]
    public void Joining_is_reported_whether_or_not_the_file_knows_the_other(string markup) => Verify(markup);

    [Test]
    public void Each_namespace_has_its_own_message()
    {
        IReadOnlyList<Finding> findings = Verify(
            "services:\n  a:\n    image: x\n    pid: [|service:b|]\n    ipc: [|service:b|]\n    network_mode: "
                + "[|service:b|]\n"
        );
        findings
            .Select(finding => finding.Message.ToString().Split('.')[0])
            .Should()
            .Equal(
                "Service 'a' joins the PID namespace of 'b'",
                "Service 'a' joins the IPC namespace of 'b'",
                "Service 'a' joins the network of 'b'"
            );
    }

    [TestCase("DC2001", "pid")]
    [TestCase("DC2002", "ipc")]
    [TestCase("DC2003", "network_mode")]
    public void A_chain_that_ends_at_the_host_is_reported_once_as_the_host(string rule, string key)
    {
        string text =
            $"services:\n  a:\n    image: x\n    {key}: service:b\n  b:\n    image: x\n    {key}: service:c\n  c:\n  "
            + $"  image: x\n    {key}: host\n";
        Lint.Run(text, language: Language.Compose)
            .Findings.Where(finding => finding.Rule.Category == "namespaces")
            .Select(finding => finding.Rule.Id)
            .Should()
            .Equal(rule, rule, rule);
    }

    [Test]
    public void A_circle_ends() =>
        Verify("services:\n  a:\n    image: x\n    pid: [|service:b|]\n  b:\n    image: x\n    pid: [|service:a|]\n");
}

internal sealed class HostNetworkBuildTests() : RuleTest("DC2014", Language.Compose)
{
    [TestCase("services:\n  a:\n    build: {context: ., network: [|host|]}\n")]
    [TestCase("services:\n  a:\n    build: {context: ., network: none}\n    network_mode: host\n")]
    [TestCase("services:\n  a:\n    build: host\n")]
    [TestCase(
        "services:\n  a:\n    build:\n      context: .\n      entitlements: [security.insecure, [|network.host|]]\n"
    )]
    [TestCase("services:\n  a:\n    build:\n      context: .\n      network: ${NET}\n")]
    public void Only_the_network_of_the_build_counts(string markup) => Verify(markup);
}
