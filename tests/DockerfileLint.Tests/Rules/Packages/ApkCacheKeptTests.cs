using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class ApkCacheKeptTests() : RuleTest("DL3019")
{
    [TestCase("RUN apk -U [|add|] a")]
    [TestCase("RUN apk add a --no-cache")]
    [TestCase("RUN apk add $OPTIONS a")]
    [TestCase("RUN apk [|add|] a=$VERSION")]
    [TestCase("RUN apk add a && rm -rf /var/cache/apk")]
    [TestCase("RUN apk add a && rm -f /var/cache/apk/*")]
    [TestCase("RUN apk [|add|] a && rm -rf /tmp/*")]
    [TestCase("RUN rm -rf /var/cache/apk/* && apk [|add|] a")]
    [TestCase("RUN --mount=type=cache,target=/etc/apk/cache apk add a")]
    [TestCase("RUN apk update")]
    [TestCase("RUN apk del a")]
    [TestCase("RUN [\"apk\", \"[|add|]\", \"a\"]")]
    [TestCase("RUN apk add a && rm -rf \"$CACHE\"")]
    [TestCase("ONBUILD RUN apk [|add|] a")]
    [TestCase("RUN apk add a && docker-clean")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN apk [|add|] a && rm -rf /var/cache/apk/*")]
    [TestCase("RUN sudo apk add a")]
    [TestCase("RUN apk [|add|] $A")]
    [TestCase("RUN apk [|add|] a\nFROM b")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
