using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class AptRecommendsInstalledTests() : RuleTest("DL3015")
{
    [TestCase("RUN apt-get -y [|install|] a")]
    [TestCase("RUN sudo apt [|install|] a")]
    [TestCase("RUN apt-get install --no-install-recommends a")]
    [TestCase("RUN apt-get -o APT::Install-Recommends=0 install a")]
    [TestCase("RUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/a && apt-get install a")]
    [TestCase("RUN apt-get install $OPTIONS")]
    [TestCase("RUN apt-get [|install|] a-$V")]
    [TestCase("RUN apt-get upgrade")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN apt-get [|install|] $OPTIONS")]
    [TestCase("RUN apt install a")]
    [TestCase("RUN sudo apt-get install a")]
    [TestCase("RUN apt-get install -o APT::Install-Recommends=false a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
