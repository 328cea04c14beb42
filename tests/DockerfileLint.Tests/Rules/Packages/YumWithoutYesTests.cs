using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class YumWithoutYesTests() : RuleTest("DL3030")
{
    [TestCase("RUN yum [|install|] a")]
    [TestCase("RUN yum [|localinstall|] a.rpm")]
    [TestCase("RUN yum [|module|] enable a:1")]
    [TestCase("RUN yum [|remove|] a")]
    [TestCase("RUN yum module list")]
    [TestCase("RUN yum -qy install a")]
    [TestCase("RUN yum install a -y")]
    [TestCase("RUN yum install --assumeyes a")]
    [TestCase("RUN yes | yum install a")]
    [TestCase("RUN yum install <<E\ny\nE")]
    [TestCase("RUN yum $OPTIONS install a")]
    [TestCase("RUN yum install a-$VERSION -y")]
    [TestCase("RUN yum clean all")]
    [TestCase("RUN echo yum install a")]
    [TestCase("RUN yum --enablerepo -y [|install|] a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN yum update")]
    [TestCase("RUN yum [|groupinstall|] a")]
    [TestCase("RUN yes | yum [|install|] a")]
    [TestCase("RUN /usr/bin/yum install a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
