using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Secrets;

internal sealed class LeakedImageIdTests() : RuleTest("DL5020")
{
    private const string Id = "9f3b7c1e5a2d8064b7e1f09c3d5a7b2e4c6f8a1d0b3e5f7092c4d6e8fa1b3c5d";

    [TestCase("FROM [|" + Id + "|]\n")]
    [TestCase("FROM [|sha256:" + Id + "|]\n")]
    [TestCase("FROM a\nLABEL \"com.example.image.id\"=\"[|" + Id + "|]\"\n")]
    [TestCase("ARG IMAGE_ID=[|sha256:" + Id + "|]\nFROM a\n")]
    public void Ids_of_images_are_reported(string text) => Verify(text);

    [TestCase("FROM a@sha256:" + Id + "\n")]
    [TestCase("FROM scratch AS b\nFROM b\n")]
    [TestCase("FROM a\nADD --checksum=sha256:" + Id + " https://a/b /\n")]
    [TestCase("FROM a\nENV IMAGE_ID=$ID\n")]
    [TestCase("ARG DIGEST=sha256:" + Id + "\nFROM a@$DIGEST\n")]
    public void Digests_and_checksums_are_left_alone(string text) => Verify(text);
}
