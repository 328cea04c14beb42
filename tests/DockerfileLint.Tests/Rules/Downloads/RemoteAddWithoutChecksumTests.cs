using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class RemoteAddWithoutChecksumTests() : RuleTest("DL5009")
{
    [TestCase("ADD [|https://a.example/b.tar.gz|] /")]
    [TestCase("ADD [|http://a.example/b|] [|https://a.example/c|] /d/")]
    [TestCase("ARG HOST=https://a.example\nADD [|$HOST/b|] /")]
    [TestCase("ADD [|https://a.example/b|] /\nRUN sha256sum /b")]
    [TestCase("RUN sha256sum -c sums\nADD [|https://a.example/b|] /")]
    [TestCase("ADD [|https://a.example/b|] /\nFROM a\nRUN sha256sum -c sums")]
    [TestCase("ADD [|https://api.github.com/repos/a/b/tarball/main|] /b.tar.gz")]
    [TestCase("ADD [|https://api.example/b|] /")]
    [TestCase("ONBUILD ADD [|https://a.example/b|] /")]
    public void What_nothing_checks_is_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase(
        "ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://a.example/b /"
    )]
    [TestCase("ADD https://a.example/b.git#v1 /")]
    [TestCase("ADD https://a.example/b /\nRUN echo \"$SUM  /b\" | sha256sum -c -")]
    [TestCase(
        "ADD https://a.example/b.tgz https://a.example/b.tgz.asc /\nRUN gpg --import KEYS\nRUN gpg --batch --verify "
            + "b.tgz.asc"
    )]
    [TestCase("ADD https://a.example/b /\nRUN if ! minisign -Vm b; then exit 1; fi")]
    [TestCase("ADD https://a.example/b /\nRUN cosign verify-blob --key k.pub --signature b.sig b")]
    [TestCase("ADD https://a.example/b.tar.gz.sha256 /")]
    [TestCase("ADD https://api.github.com/repos/a/b/git/refs/heads/main /version.json")]
    [TestCase("ADD b /")]
    public void What_is_checked_or_is_no_content_is_left_alone(string instructions) =>
        Verify($"FROM a\n{instructions}\n");

    [Test]
    public void The_message_names_the_host() =>
        Verify("FROM a\nADD [|\"https://a.example/b\"|] /\n")
            .Single()
            .Message.ToString()
            .Should()
            .Be("Nothing verifies what ADD fetches from 'a.example'.");
}
