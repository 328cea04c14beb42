using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class VariableInFormatTests() : RuleTest("SC2059")
{
    [TestCase("RUN printf [|\"$a\"|]")]
    [TestCase("RUN printf [|\"$(a)\\n\"|] b")]
    [TestCase("RUN printf -v a [|$b|]; printf -- [|$c|]")]
    [TestCase("RUN printf \"%s $a\" b")]
    [TestCase("RUN printf '%s' $a")]
    [TestCase("RUN printf \"a\\n\"")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
