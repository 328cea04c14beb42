using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class ArrayAsTextTests() : RuleTest("SC2128")
{
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN a=(b c); d [|$a|] ${a[0]} \"${a[@]}\" ${#a}")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN read -ra a; b [|$a|]; mapfile c; d [|$c|]; declare -a e; f [|$e|]")]
    [TestCase("RUN a [|$GROUPS|]")]
    [TestCase("ENV GROUPS=a\nRUN b [|$GROUPS|]")]
    [TestCase("RUN a=b; c $a")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
