using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Syntax.Yaml;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose;

[TestFixture]
internal sealed class InterpolatedTextTests
{
    private static InterpolatedText Create(string value) =>
        InterpolatedText.Create(
            (YamlScalarSyntax)
                ((YamlMappingSyntax)YamlSample.Parse("a: " + value + "\n").Root.Documents[0].Content).Pairs[0].Value
        );

    [TestCase("plain", "plain", Certainty.Known)]
    [TestCase("a$$b", "a$b", Certainty.Known)]
    [TestCase("^x$", "^x$", Certainty.Known)]
    [TestCase("$1", "$1", Certainty.Known)]
    [TestCase("$A/b", "${A}/b", Certainty.Unknown)]
    [TestCase("${A}", "${A}", Certainty.Unknown)]
    [TestCase("${A:-b}", "b", Certainty.Default)]
    [TestCase("${A-b}c", "bc", Certainty.Default)]
    [TestCase("${A:-}", "", Certainty.Default)]
    [TestCase("${A:-b?c}", "b?c", Certainty.Default)]
    [TestCase("${A:-${B:-c}}", "c", Certainty.Default)]
    [TestCase("${A:-x${B}}", "x${B}", Certainty.Unknown)]
    [TestCase("${A:-a$$b}", "a$b", Certainty.Default)]
    [TestCase("'${A:?must be set}'", "${A}", Certainty.Unknown)]
    [TestCase("${A+b}", "${A}", Certainty.Unknown)]
    [TestCase("${}", "${}", Certainty.Unknown)]
    [TestCase("${A!}x", "${A!}x", Certainty.Unknown)]
    [TestCase("a${A", "a${A", Certainty.Unknown)]
    public void Expressions_expand(string value, string text, Certainty certainty)
    {
        InterpolatedText interpolated = Create(value);
        interpolated.DisplayText.Should().Be(text);
        interpolated.Certainty.Should().Be(certainty);
    }

    [TestCase("nginx:${TAG:-latest}", "latest", "${TAG:-latest}", Certainty.Default)]
    [TestCase("nginx:${TAG:-latest}", "nginx", "nginx", Certainty.Known)]
    [TestCase("${A}/b:c", "c", "c", Certainty.Known)]
    [TestCase("${A:-x}/b:${C:-d}e", "d", "${C:-d}", Certainty.Default)]
    [TestCase("${A:-x}/b:${C:-d}e", "e", "e", Certainty.Known)]
    [TestCase("${A:-x}/b:${C:-d}e", "b:d", "b:${C:-d}", Certainty.Default)]
    [TestCase("'it''s $A'", "it's", "it''s", Certainty.Known)]
    [TestCase("a$$b$$c", "b", "b", Certainty.Known)]
    public void Parts_are_found_in_the_source(string value, string part, string source, Certainty certainty)
    {
        InterpolatedText interpolated = Create(value);
        var span = new TextSpan(interpolated.DisplayText.IndexOf(part, StringComparison.Ordinal), part.Length);
        Fact<string> fact = interpolated.GetPart(span);
        (fact.DisplayText, fact.Certainty, fact.Span.GetText()).Should().Be((part, certainty, source));
        interpolated.GetSourceSpan(span).Should().Be(fact.Span);
    }

    [TestCase("${A:-", "}")]
    [TestCase("${", "")]
    [TestCase("$", "")]
    public void Deep_and_long_expressions_end(string open, string close)
    {
        Create(string.Concat(Enumerable.Repeat(open, 20_000)) + "x" + string.Concat(Enumerable.Repeat(close, 20_000)))
            .DisplayText.Should()
            .Contain("x");
    }
}
