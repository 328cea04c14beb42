using DockerfileLint.Semantics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

internal sealed class HostPathsTests
{
    [TestCase("/etc", "/etc", true)]
    [TestCase("/etc/ssl", "/etc", true)]
    [TestCase("/etcd", "/etc", false)]
    [TestCase("/anything", "/", true)]
    [TestCase("etc", "/", false)]
    public void Are_compared_by_whole_segments(string path, string folder, bool isWithin) =>
        HostPaths.IsWithin(path, folder).Should().Be(isWithin);
}
