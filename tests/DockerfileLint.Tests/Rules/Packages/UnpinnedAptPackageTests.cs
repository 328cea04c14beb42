using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedAptPackageTests() : RuleTest("DL3008")
{
    [TestCase("RUN apt-get install -y [|a|] b=1")]
    [TestCase("RUN apt-get install -t b [|a|]")]
    [TestCase("RUN sudo apt install [|a|]")]
    [TestCase("RUN apt-get install a=1 b/c ./d.deb $E f-$G")]
    [TestCase("RUN apt-get install -o A::B=c [|d|]")]
    [TestCase("RUN apt-get remove a")]
    [TestCase("RUN bash -c \"apt-get install [|a|]\"")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN apt-get install [|$A|]")]
    [TestCase("RUN apt install a")]
    [TestCase("RUN apt-get install a=$V")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
