using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedYumPackageTests() : RuleTest("DL3033")
{
    [TestCase("RUN yum install [|a|] b-c")]
    [TestCase("RUN yum install -y [|java-1.8.0-openjdk|]")]
    [TestCase("RUN yum install a-1 b-c-2.3-4.el9.x86_64 d-1:2")]
    [TestCase("RUN yum localinstall a.rpm")]
    [TestCase("RUN yum install https://a/b @c \"perl(d)\" /usr/bin/e \"f = 1\"")]
    [TestCase("RUN yum install $A b-$C")]
    [TestCase("RUN yum module install [|a|] b:1")]
    [TestCase("RUN yum group install a")]
    [TestCase("RUN yum groupinstall a")]
    [TestCase("RUN yum update a")]
    [TestCase("RUN yum install -c a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN yum install java-1.8.0-openjdk")]
    [TestCase("RUN yum install [|a.rpm|]")]
    [TestCase("RUN yum install a-b.rpm")]
    [TestCase("ENV V=1\nRUN yum install a-$V")]
    [TestCase("ARG V\nRUN yum install a-${V}")]
    [TestCase("RUN yum install [|a-$V|]")]
    [TestCase("RUN yum install [|a-b|]")]
    [TestCase("RUN yum install [|a-1*|]")]
    [TestCase("RUN yum module install [|a|]")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
