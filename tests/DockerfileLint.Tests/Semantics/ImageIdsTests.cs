using DockerfileLint.Semantics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

internal sealed class ImageIdsTests
{
    private const string Id = "9f3b7c1e5a2d8064b7e1f09c3d5a7b2e4c6f8a1d0b3e5f7092c4d6e8fa1b3c5d";

    [TestCase("IMAGE_ID", Id)]
    [TestCase("com.example.image.id", "sha256:" + Id)]
    [TestCase("parentImageId", Id)]
    [TestCase("ImageID", "sha256:" + Id)]
    [TestCase("base.image", "sha256:" + Id)]
    [TestCase("builder_container", Id)]
    [TestCase("container-id", "9f3b7c1e5a2d")]
    [TestCase("IID", "9f3b7c1e5a2d")]
    public void Ids_under_names_of_ids_are_found(string name, string value) =>
        ImageIds.Find(name, value)!.Value.Length.Should().Be(value.Length);

    [TestCase("IMAGE_DIGEST", "sha256:" + Id)]
    [TestCase("org.opencontainers.image.base.digest", "sha256:" + Id)]
    [TestCase("org.opencontainers.image.revision", "9f3b7c1e5a2d8064b7e1f09c3d5a7b2e4c6f8a1d")]
    [TestCase("NODE_SHA256", Id)]
    [TestCase("TINI_CHECKSUM", "sha256:" + Id)]
    [TestCase("IMAGE_SHA", Id)]
    [TestCase("BASE_IMAGE", "debian@sha256:" + Id)]
    [TestCase("BASE_IMAGE", "9f3b7c1e5a2d", Description = "May be a name")]
    [TestCase("CONTAINER_ID", "840372915520", Description = "A number")]
    [TestCase("CONTAINER_ID", "000000000000")]
    [TestCase("IMAGE_ID", "")]
    [TestCase("APP_ID", Id)]
    [TestCase("", Id)]
    public void Digests_checksums_and_names_are_left_alone(string name, string value) =>
        ImageIds.Find(name, value).Should().BeNull();

    [TestCase(Id, true)]
    [TestCase("sha256:" + Id, true)]
    [TestCase("debian@sha256:" + Id, false)]
    [TestCase("9f3b7c1e5a2d", false)]
    public void References_that_are_ids_are_told_from_names(string reference, bool expected) =>
        ImageIds.IsImageId(reference).Should().Be(expected);
}
