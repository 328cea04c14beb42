using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class StatusOfEchoTests() : RuleTest("SC2320")
{
    [TestCase("RUN a; echo b; c [|$?|]")]
    [TestCase("RUN a; echo b; exit \"[|$?|]\"")]
    [TestCase("RUN a; c $?")]
    [TestCase("RUN echo a; b=$?")]
    [TestCase("RUN echo a && b $?")]
    [TestCase("RUN { echo a; b [|$?|]; }")]
    [TestCase("RUN echo a; if [ $? = 0 ]; then b; fi")]
    [TestCase("RUN printf a; b $?")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
