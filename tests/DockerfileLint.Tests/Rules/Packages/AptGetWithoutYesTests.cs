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
    [TestCase("RUN apt-get [|autoremove|]")]
    [TestCase("RUN apt-get [|purge|] a && apt-get -y autoremove")]
    [TestCase("RUN apt-get [|remove|] a")]
    [TestCase("RUN apt-get install", Description = "nothing to install")]
    [TestCase("RUN apt-get install --no-install-recommends && a")]
    [TestCase("RUN apt-get [|install|] -f", Description = "mends what is broken")]
    [TestCase("RUN echo 'apt::get::assume-yes \"true\";' > /etc/apt/apt.conf.d/a\nRUN apt-get install a")]
    [TestCase("COPY 90yes /etc/apt/apt.conf.d/\nRUN apt-get install a", Description = "nobody knows what it says")]
    [TestCase("RUN touch /etc/apt/apt.conf.d/a\nRUN apt-get [|install|] a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("FROM cimg/base:2025.01\nRUN sudo apt-get install a\n")]
    [TestCase("FROM circleci/node:10 AS a\nFROM a\nRUN sudo apt-get install a\n")]
    [TestCase("FROM r-base:4.5.1\nRUN apt-get [|install|] a\n")]
    public void What_the_image_answers_is_answered(string text) => Verify(text);

    [TestCase("RUN apt-get [|install|] a")]
    [TestCase("RUN apt-get upgrade")]
    [TestCase("RUN apt install a")]
    [TestCase("RUN yes | apt-get [|install|] a")]
    [TestCase("RUN sudo apt-get install a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
