using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class AptGetWithoutYesTests() : RuleTest("DL3014")
{
    [TestCase("RUN apt-get [|install|] a")]
    [TestCase("RUN sudo apt-get [|dist-upgrade|]")]
    [TestCase("RUN apt [|install|] a")]
    [TestCase("RUN apt-get -y install a")]
    [TestCase("RUN apt-get install -fqy a")]
    [TestCase("RUN apt-get -q=2 install a")]
    [TestCase("RUN apt-get -q -q install a")]
    [TestCase("RUN apt-get [|install|] -q a")]
    [TestCase("RUN apt-get -o APT::Get::Assume-Yes=true install a")]
    [TestCase("RUN yes | apt-get install a")]
    [TestCase("RUN apt-get install $OPTIONS a")]
    [TestCase("RUN apt-get -s install a")]
    [TestCase("RUN echo 'APT::Get::Assume-Yes \"true\";' > /etc/apt/apt.conf.d/a\nRUN apt-get install a")]
    [TestCase("RUN apt-get [|install|] a\nRUN echo 'APT::Get::Assume-Yes \"true\";' > /etc/apt/apt.conf.d/a")]
    [TestCase("RUN apt-get update && apt-get clean")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN apt-get [|install|] a")]
    [TestCase("RUN apt-get upgrade")]
    [TestCase("RUN apt install a")]
    [TestCase("RUN yes | apt-get [|install|] a")]
    [TestCase("RUN sudo apt-get install a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
