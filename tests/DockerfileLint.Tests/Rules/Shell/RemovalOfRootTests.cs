using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class RemovalOfRootTests() : RuleTest("SC2115")
{
    [TestCase("RUN rm -rf [|\"$A/lib\"|]")]
    [TestCase("RUN rm -r [|$A/*|]")]
    [TestCase("RUN rm -fR [|\"${A}\"/*|]")]
    [TestCase("RUN rm -rf [|/$A|]")]
    [TestCase("RUN rm --recursive [|$A/$B|]")]
    [TestCase("RUN rm -rf -- [|$A/usr/local/|]")]
    [TestCase("RUN rm -rf [|$A/{a,etc}|]")]
    [TestCase("RUN rm $A/lib; rm -f $A/*")]
    [TestCase("RUN rm -rf $A")]
    [TestCase("RUN rm -rf $A$B $A*")]
    [TestCase("RUN rm -rf \"${A:?}/lib\" ${A:-a}/lib")]
    [TestCase("RUN rm -rf /a/$A")]
    [TestCase("RUN rm -rf $A/a")]
    [TestCase("RUN rm -rf $(a)/lib")]
    [TestCase("RUN rm -rf ~/$A")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }

    [TestCase("ENV A=/a\nRUN rm -rf $A/lib")]
    [TestCase("ARG A\nRUN rm -rf [|$A/lib|]")]
    [TestCase("RUN A=/a; rm -rf \"$A/lib\"")]
    [TestCase("RUN A=$(b); rm -rf [|\"$A/lib\"|]")]
    [TestCase("RUN rm -rf $HOME/*")]
    [TestCase("RUN rm -rf /usr/*")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("ENV A=/a\nRUN rm -rf [|$A/lib|]")]
    [TestCase("RUN rm -rf [|/usr/*|]")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
