using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.ComposeFiles;

internal sealed class QuotesInValueTests() : RuleTest("DC1015", Language.Compose)
{
    [TestCase("- A=[|\"x y\"|]")]
    [TestCase("- A=[|'${X}'|]")]
    [TestCase("- A=[|${X:-\"x\"}|]")]
    [TestCase("- \"A=x\"")]
    [TestCase("- 'A=\"x\"'")]
    [TestCase("- A=x\"y\"")]
    [TestCase("- A=\"")]
    [TestCase("A: \"x\"")]
    [TestCase("A: '\"x\"'")]
    public void Quotes_inside_a_plain_item_are_part_of_the_value(string entry) =>
        Verify($"services:\n  a:\n    image: a:1\n    environment:\n      {entry}\n");
}
