using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Style;

internal sealed class LegacyKeyValueFormatTests() : RuleTest("DL6007")
{
    [TestCase("ENV [|A b c|]")]
    [TestCase("ENV [|A b=c|]")]
    [TestCase("LABEL [|a b|]")]
    public void A_name_without_equals_sign_is_reported(string line) => Verify($"FROM a:1\n{line}\n");

    [TestCase("ENV [|A = b|]", "A")]
    [TestCase("ENV [|A =b|]", "A")]
    [TestCase("LABEL [|a = \"b\"|]", "a")]
    public void Blanks_around_the_equals_sign_make_it_a_part_of_the_value(string line, string key)
    {
        Finding finding = Verify($"FROM a:1\n{line}\n").Single();

        finding.Message.ToString().Should().StartWith($"'{key}'").And.Contain("equals sign");
        finding.Severity.Should().Be(Severity.Warning);
    }

    [TestCase("ENV A=b")]
    [TestCase("ENV A=")]
    [TestCase("LABEL a=b c=d")]
    [TestCase("ARG A")]
    [TestCase("ONBUILD ENV A b")]
    public void Anything_else_is_not(string line) => Verify($"FROM a:1\n{line}\n");
}
