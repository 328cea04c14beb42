using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedApkPackageTests() : RuleTest("DL3018")
{
    [TestCase("RUN apk add [|a|] b c d e")]
    [TestCase("RUN apk add -X https://a/b -t .b --repository c [|a|]")]
    [TestCase("RUN apk add a=1 b~1 \"c>1\" d~=1")]
    [TestCase("RUN apk add $A a-$B")]
    [TestCase("RUN apk add !a ./b.apk")]
    [TestCase("RUN apk del a")]
    [TestCase("RUN apk add [|a@edge|]")]
    [TestCase("RUN busybox true && sudo apk add [|g++|]")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN apk add [|$A|]")]
    [TestCase("RUN apk add a.apk")]
    [TestCase("RUN sudo apk add a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
