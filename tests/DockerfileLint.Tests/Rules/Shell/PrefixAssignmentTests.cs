using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class PrefixAssignmentTests() : RuleTest("SC2097")
{
    [TestCase("RUN [|A|]=b c $A")]
    [TestCase("RUN [|A|]=b c \"$A\" $A")]
    [TestCase("RUN [|A|]=b C=$A d")]
    [TestCase("RUN A=b; c $A")]
    [TestCase("RUN A=b c `d $A`")]
    [TestCase("RUN A=b c '$A'")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

internal sealed class PrefixAssignmentUsedTests() : RuleTest("SC2098")
{
    [TestCase("RUN A=b c [|$A|]")]
    [TestCase("RUN A=b c \"[|${A}|]\" [|$A|]")]
    [TestCase("RUN A=b C=[|$A|] d")]
    [TestCase("RUN A=b; c $A")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
