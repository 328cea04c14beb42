using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class AptListsKeptTests() : RuleTest("DL3009")
{
    [TestCase("RUN [|apt-get update|]")]
    [TestCase("RUN [|apt-get -qq update|] && apt-get clean")]
    [TestCase("RUN [|aptitude update|]")]
    [TestCase("RUN apt-get update && rm -rf /var/lib/apt/lists/*")]
    [TestCase("RUN apt-get update && rm -r /var/lib/apt/")]
    [TestCase("RUN apt-get update && rm -rf /var/lib/apt/lists /tmp/*")]
    [TestCase("RUN apt-get update && rm -rf /var/lib/{apt,dpkg}")]
    [TestCase("RUN apt-get update && rm -rf \"$LISTS\"")]
    [TestCase("RUN [|apt-get update|] && rm -rf /tmp/*")]
    [TestCase("RUN rm -rf /var/lib/apt/lists/* && [|apt-get update|]")]
    [TestCase("RUN apt-get update && apt-get dist-clean")]
    [TestCase("RUN apt-get update && /opt/cleanup.sh")]
    [TestCase("RUN apt-get update && bash /opt/clean.sh")]
    [TestCase("RUN [|apt-get update|] && make clean")]
    [TestCase("RUN --mount=type=cache,target=/var/lib/apt apt-get update")]
    [TestCase("RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update")]
    [TestCase("RUN --mount=type=cache,target=/var/cache/apt [|apt-get update|]")]
    [TestCase("RUN apt-get install a")]
    [TestCase("RUN apt-get update\nFROM b")]
    [TestCase("ONBUILD RUN [|apt-get update|]")]
    [TestCase("RUN find /var/lib/apt/lists -type f -delete && [|apt-get update|]")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN apt-get update && rm -rf /tmp")]
    [TestCase("RUN rm -rf /a && apt-get update")]
    [TestCase("RUN [|apt-get update|] && rm -r /var/lib/apt/lists")]
    [TestCase("RUN sudo apt-get update")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
