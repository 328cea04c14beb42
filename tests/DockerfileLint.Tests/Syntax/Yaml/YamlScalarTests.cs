using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Yaml;

[TestFixture]
internal sealed class YamlScalarTests
{
    [TestCase("", YamlScalarKind.Null)]
    [TestCase("~", YamlScalarKind.Null)]
    [TestCase("Null", YamlScalarKind.Null)]
    [TestCase("nUll", YamlScalarKind.String)]
    [TestCase("'null'", YamlScalarKind.String)]
    [TestCase("true", YamlScalarKind.Boolean)]
    [TestCase("FALSE", YamlScalarKind.Boolean)]
    [TestCase("yes", YamlScalarKind.String)]
    [TestCase("on", YamlScalarKind.String)]
    [TestCase("\"true\"", YamlScalarKind.String)]
    [TestCase("0", YamlScalarKind.Integer)]
    [TestCase("-17", YamlScalarKind.Integer)]
    [TestCase("0x1F", YamlScalarKind.Integer)]
    [TestCase("0o17", YamlScalarKind.Integer)]
    [TestCase("017", YamlScalarKind.Integer)]
    [TestCase("0b11", YamlScalarKind.Integer)]
    [TestCase("1_000", YamlScalarKind.Integer)]
    [TestCase("08", YamlScalarKind.Float)]
    [TestCase("3.5", YamlScalarKind.Float)]
    [TestCase(".5", YamlScalarKind.Float)]
    [TestCase("1e3", YamlScalarKind.Float)]
    [TestCase("-.inf", YamlScalarKind.Float)]
    [TestCase(".nan", YamlScalarKind.Float)]
    [TestCase("22:22", YamlScalarKind.String)]
    [TestCase("127.0.0.1", YamlScalarKind.String)]
    [TestCase("1g", YamlScalarKind.String)]
    [TestCase("!!str 1", YamlScalarKind.String)]
    [TestCase("!!int '1'", YamlScalarKind.Integer)]
    [TestCase("!override 1", YamlScalarKind.Integer)]
    [TestCase("! 1", YamlScalarKind.String)]
    public void Scalars_mean_what_they_mean_to_Compose(string text, YamlScalarKind kind)
    {
        First("a: " + text + "\n").Kind.Should().Be(kind);
    }

    [TestCase("a: bcd\n", 1, 1, "c")]
    [TestCase("a: 'bcd'\n", 1, 2, "cd")]
    [TestCase("a: 'b''c'\n", 1, 1, "''")]
    [TestCase("a: 'b''c'\n", 2, 1, "c")]
    [TestCase("a: \"b\\tcd\"\n", 1, 1, "\\t")]
    [TestCase("a: \"b\\tcd\"\n", 2, 2, "cd")]
    [TestCase("a: \"\\u0041bc\"\n", 0, 2, "\\u0041b")]
    [TestCase("a: \"b\\\n   cd\"\n", 1, 2, "cd")]
    [TestCase("a: b\n  cd\n", 2, 2, "cd")]
    [TestCase("a: b\n\n\n  cd\n", 3, 2, "cd")]
    [TestCase("a: |\n  bc\n  de\n", 3, 2, "de")]
    [TestCase("a: >\n  bc\n  de\n", 3, 2, "de")]
    [TestCase("a: |2\n    bc\n", 2, 2, "bc")]
    [TestCase("a: |\r\n  bc\r\n  de\r\n", 3, 2, "de")]
    [TestCase("a: &x 'bc'\n", 1, 1, "c")]
    public void Parts_of_a_value_are_found_in_the_source(string text, int start, int length, string source)
    {
        YamlScalarSyntax scalar = First(text);
        scalar.Tree.Text.ToString(scalar.GetSourceSpan(new TextSpan(start, length))).Should().Be(source);
    }

    [Test]
    public void A_part_behind_the_value_is_refused()
    {
        YamlScalarSyntax scalar = First("a: bcd\n");
        scalar.Invoking(s => s.GetSourceSpan(new TextSpan(2, 2))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static YamlScalarSyntax First(string text) =>
        (YamlScalarSyntax)((YamlMappingSyntax)YamlSample.Parse(text).Root.Documents[0].Content).Pairs[0].Value;
}
