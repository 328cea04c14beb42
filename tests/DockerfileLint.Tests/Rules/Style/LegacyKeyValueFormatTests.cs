using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Style;

internal sealed class LegacyKeyValueFormatTests() : RuleTest("DL6007")
{
    [TestCase("ENV [|A b c|]")]
    [TestCase("ENV [|A b=c|]")]
    [TestCase("LABEL [|a b|]")]
    public void A_name_without_equals_sign_is_reported(string line) => Verify($"FROM a:1\n{line}\n");

    [TestCase("ENV A=b")]
    [TestCase("ENV A=")]
    [TestCase("LABEL a=b c=d")]
    [TestCase("ARG A")]
    [TestCase("ONBUILD ENV A b")]
    public void Anything_else_is_not(string line) => Verify($"FROM a:1\n{line}\n");
}
