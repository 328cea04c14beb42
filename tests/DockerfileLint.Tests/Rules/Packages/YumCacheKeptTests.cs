using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class YumCacheKeptTests() : RuleTest("DL3032")
{
    [TestCase("RUN yum [|install|] -y a")]
    [TestCase("RUN yum -y [|groupinstall|] a")]
    [TestCase("RUN yum -y [|group|] install a")]
    [TestCase("RUN sudo yum -y [|update|]")]
    [TestCase("RUN yum install -y a && yum [|install|] -y b && yum -v list")]
    [TestCase("RUN yum install -y a && yum -y clean all")]
    [TestCase("RUN yum install -y a; dnf clean all")]
    [TestCase("RUN yum install -y a && yum clean metadata")]
    [TestCase("RUN yum [|install|] -y a && yum clean packages")]
    [TestCase("RUN yum install -y a && yum clean $WHAT")]
    [TestCase("RUN yum install -y a && rm -rf /var/cache/*")]
    [TestCase("RUN yum install -y a && rm -r /var/cache/{dnf,yum}")]
    [TestCase("RUN yum [|install|] -y a && rm -rf /tmp/*")]
    [TestCase("RUN yum install -y a && find /var/cache/yum -type f -delete")]
    [TestCase("RUN yum install -y a && /cleanup.sh")]
    [TestCase("RUN yum install -y a && sh -e /opt/clean.sh")]
    [TestCase("RUN --mount=type=cache,target=/var/cache/yum yum install -y a")]
    [TestCase("RUN yum list a")]
    [TestCase("RUN yum makecache")]
    [TestCase("ONBUILD RUN yum [|install|] a")]
    [TestCase("RUN yum install -y a\nFROM b")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN yum [|install|] -y a && yum -y list")]
    [TestCase("RUN yum install -y a && rm -rf /tmp")]
    [TestCase("RUN yum install -y a && yum clean metadata")]
    [TestCase("RUN yum clean all && yum [|install|] -y a && yum clean all")]
    [TestCase("RUN sudo yum install a")]
    [TestCase("RUN yum update -y")]
    [TestCase("RUN yum [|install|] -y a && yum install -y b")]
    [TestCase("RUN yum [|install|] -y a\nFROM b")]
    [TestCase("RUN sh -c \"yum install -y a\"")]
    [TestCase("RUN if true; then yum install -y a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
