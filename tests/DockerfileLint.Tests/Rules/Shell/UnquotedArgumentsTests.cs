using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UnquotedArgumentListTests() : RuleTest("SC2048")
{
    [TestCase("RUN a [|$*|]")]
    [TestCase("RUN a \"$*\" $@")]
    [TestCase("RUN for a in [|$*|]; do b; done")]
    [TestCase("RUN a=$*")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

internal sealed class UnquotedElementsTests() : RuleTest("SC2068")
{
    [TestCase("RUN a [|$@|]")]
    [TestCase("RUN a \"$@\" $*")]
    [TestCase("RUN for a in [|$@|]; do b; done")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN a [|${b[@]}|] \"${b[@]}\" ${#b[@]}")]
    [TestCase("RUN a=$@")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
