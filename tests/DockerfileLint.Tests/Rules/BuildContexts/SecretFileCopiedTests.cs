using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildContexts;

internal sealed class SecretFileCopiedTests() : RuleTest("DL5004")
{
    [TestCase("FROM scratch\nCOPY [|.env|] [|./conf/.env.production|] [|.env*|] /x/\n")]
    [TestCase("FROM scratch\nCOPY .env.example .env.sample .environment env /x/\n")]
    [TestCase("FROM scratch\nADD [|ssh/id_rsa|] ssh/id_rsa.pub /x/\n")]
    [TestCase("FROM scratch\nCOPY [|*.key|] [|a.PFX|] truststore.jks cert.pem [|privkey1.pem|] /x/\n")]
    [TestCase("FROM scratch\nCOPY [|.aws/credentials|] credentials [|home/.ssh/|] .ssh/known_hosts /x/\n")]
    [TestCase("FROM scratch\nCOPY --from=build .env /x/\n")]
    [TestCase("FROM scratch\nCOPY <<.env /x/\na\n.env\n")]
    [TestCase("FROM scratch\nADD https://example.org/id_rsa /x/\n")]
    public void Names_of_secrets_are_reported(string markup) => Verify(markup);

    [TestCase("FROM debian\nCOPY mesos.key /tmp/\nRUN apt-key add /tmp/mesos.key\n")]
    [TestCase("FROM debian\nCOPY mesos.key /etc/apt/trusted.gpg.d/\n")]
    [TestCase("FROM debian\nCOPY [|mesos.key|] /tmp/\nRUN apt-key add /tmp/other.key\n")]
    public void The_public_key_of_a_package_repository_is_no_secret(string markup) => Verify(markup);

    [TestCase(".env\n", "FROM scratch\nCOPY .env /x/\n")]
    [TestCase("*\n!.env\n", "FROM scratch\nCOPY [|.env|] /x/\n")]
    [TestCase("[\n", "FROM scratch\nCOPY [|.env|] /x/\n")]
    public void What_never_reaches_the_builder_is_not_copied(string ignored, string markup) =>
        Verify(markup, new InMemoryFiles { [".dockerignore"] = ignored }, []);

    [Test]
    public void Layers_of_the_final_image_weigh_more()
    {
        IReadOnlyList<Finding> findings = Verify(
            "FROM a AS b\nCOPY [|.env|] /x/\nFROM a AS c\nCOPY [|.env|] /x/\nFROM b\nCOPY [|.env|] /x/\n"
        );

        findings.Select(finding => finding.Severity).Should().Equal(Severity.Warning, Severity.Info, Severity.Warning);
    }
}
