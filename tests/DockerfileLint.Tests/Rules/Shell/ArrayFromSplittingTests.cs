using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class ArrayFromVariableTests() : RuleTest("SC2206")
{
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN a=([|$b|] \"$b\" c[|$d|] $? $(e))")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

internal sealed class ArrayFromOutputTests() : RuleTest("SC2207")
{
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN a=([|$(b)|] \"$(b)\" $c [|`d`|])")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
