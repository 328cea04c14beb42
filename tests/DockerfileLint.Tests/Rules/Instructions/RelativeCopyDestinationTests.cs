using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class RelativeCopyDestinationTests() : RuleTest("DL3045")
{
    [TestCase("FROM a\nCOPY b [|c|]\n")]
    [TestCase("FROM a\nCOPY b [|.|]\nWORKDIR /d\nCOPY b .\n")]
    [TestCase("FROM a\nCOPY b [|~/c|]\n")]
    [TestCase("FROM a\nCOPY --from=b [\"c\", [|\"d\"|]]\n")]
    [TestCase("FROM a\nARG D=c\nCOPY b [|$D|]\n")]
    [TestCase("FROM a AS b\nWORKDIR /c\nFROM a\nCOPY d [|e|]\n")]
    [TestCase("FROM a AS b\nWORKDIR /c\nFROM b AS f\nFROM f\nCOPY d e\n")]
    [TestCase("FROM a\nWORKDIR c\nCOPY d e\n")]
    [TestCase("FROM a\nCOPY b /c\nCOPY b c:\nCOPY b $C\nCOPY b \"/c\"\n")]
    [TestCase("FROM a\nONBUILD COPY b c\n")]
    [TestCase("FROM a\nCOPY b\n")]
    public void A_relative_path_needs_a_WORKDIR(string text) => Verify(text);

    [TestCase("COPY b [|c|]\nWORKDIR /d\nCOPY b c\n")]
    [TestCase("FROM a\nARG D=c\nCOPY b $D\nCOPY b \"${D}\"\nCOPY b [|c$D|]\n")]
    public void As_hadolint_judges(string text) => Verify(text, "behaviour=hadolint");
}
