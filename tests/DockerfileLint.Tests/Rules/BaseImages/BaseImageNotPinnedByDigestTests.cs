using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BaseImages;

internal sealed class BaseImageNotPinnedByDigestTests() : RuleTest("DL5019")
{
    [TestCase("FROM [|a:1|]\nFROM --platform=$BUILDPLATFORM [|b:1|] AS c\n", TestName = "Each FROM")]
    [TestCase("ARG V=1\nFROM [|a:$V|]\n", TestName = "Default of an argument")]
    [TestCase("FROM scratch\nCOPY --from=[|a:1|] /b /b\n", TestName = "Image of COPY")]
    [TestCase("ARG V\nFROM a:$V\n", TestName = "Unknown tag")]
    [TestCase("ARG BASE_IMAGE\nFROM $BASE_IMAGE\n", TestName = "Unknown image")]
    [TestCase("FROM scratch AS a\nFROM a\nCOPY --from=a /b /b\nCOPY --from=0 /b /b\n", TestName = "Stages")]
    [TestCase(
        "FROM a:1@sha256:9f3b7c1e5a2d8064b7e1f09c3d5a7b2e4c6f8a1d0b3e5f7092c4d6e8fa1b3c5d\n",
        TestName = "Digest"
    )]
    public void Images_without_digest_are_reported(string text) => Verify(text);
}
