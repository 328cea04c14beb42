using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class AptRecommendsInstalledTests() : RuleTest("DL3015")
{
    [TestCase("RUN apt-get install -y", Description = "nothing")]
    [TestCase("RUN xargs -a packages.txt apt-get [|install|] -y")]
    [TestCase("RUN apt-get -fy [|install|]")]
    [TestCase("RUN apt-get -y [|install|] a")]
    [TestCase("RUN sudo apt [|install|] a")]
    [TestCase("RUN apt-get install --no-install-recommends a")]
    [TestCase("RUN apt-get -o APT::Install-Recommends=0 install a")]
    [TestCase("RUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/a && apt-get install a")]
    [TestCase("RUN apt-get install $OPTIONS")]
    [TestCase("RUN apt-get [|install|] a-$V")]
    [TestCase("RUN apt-get upgrade")]
    [TestCase("RUN apt-get install --install-recommends a", Description = "they are meant")]
    [TestCase("RUN echo 'apt::install-recommends \"0\";' > /etc/apt/apt.conf.d/a && apt-get install a")]
    [TestCase("ADD apt.conf /etc/apt/apt.conf\nRUN apt-get install a")]
    [TestCase("RUN apt-get install --no-install-recommends a\nRUN apt-get [|install|] b")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("FROM r-base:4.5.1\nRUN apt-get install -y a\n")]
    [TestCase("FROM cimg/base:2025.01\nRUN sudo apt-get [|install|] a\n")]
    public void What_the_image_leaves_out_is_left_out(string text) => Verify(text);

    [TestCase("RUN apt-get [|install|] $OPTIONS")]
    [TestCase("RUN apt install a")]
    [TestCase("RUN sudo apt-get install a")]
    [TestCase("RUN apt-get install -o APT::Install-Recommends=false a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
