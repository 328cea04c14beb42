using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UnassignedVariableTests() : RuleTest("SC2154")
{
    [TestCase("RUN b [|$a|] $a")]
    [TestCase("RUN b \"[|${a}|]\"")]
    [TestCase("RUN a=b; c $a")]
    [TestCase("ARG a\nRUN b $a")]
    [TestCase("ENV a=b\nRUN c $a")]
    [TestCase("RUN a=b\nRUN c [|$a|]")]
    [TestCase("RUN b $A $1 $@ $?")]
    [TestCase("RUN b ${a:-c} ${d:?} ${e+f}")]
    [TestCase("RUN b ${a:=c} $a")]
    [TestCase("RUN [ -n \"$a\" ] && b $a")]
    [TestCase("RUN read -r a; b $a")]
    [TestCase("RUN for a in b; do c $a; done")]
    [TestCase("RUN export a; b $a")]
    [TestCase("RUN a=b c [|$a|]")]
    [TestCase("RUN b ${a:+c$a}")]
    [TestCase("RUN b [|${#a}|]")]
    [TestCase("RUN getopts a b; c $b")]
    [TestCase("RUN unset a; b [|$a|]")]
    [TestCase("RUN b $((a))")]
    [TestCase("ONBUILD ARG a\nONBUILD RUN b $a [|$c|]")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }

    [TestCase("CMD a $b", Description = "whoever starts the container may set it")]
    [TestCase("HEALTHCHECK CMD a $b")]
    [TestCase("RUN sh -c 'a=b; c $a [|$d|]'")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");
}
