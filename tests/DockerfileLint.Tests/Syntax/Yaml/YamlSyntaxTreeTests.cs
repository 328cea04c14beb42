using System.Text;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Yaml;

[TestFixture]
internal sealed class YamlSyntaxTreeTests
{
    [TestCase("", "")]
    [TestCase("# only a comment\n", "")]
    [TestCase("a: b", "{a: b}")]
    [TestCase("a:\n  - b\n  - c: d\n    e: f\n", "{a: [b, {c: d, e: f}]}")]
    [TestCase("a:\n- b\n- c\nd: e\n", "{a: [b, c], d: e}")]
    [TestCase("a: [b, {c: d}, e: f, {g: h}: i]", "{a: [b, {c: d}, {e: f}, {{g: h}: i}]}")]
    [TestCase("{a: [b: c]}", "{a: [{b: c}]}")]
    [TestCase("a: |\n  x\n  y\n\nb: >-\n  x\n  y\n", "{a: x\\ny\\n, b: x y}")]
    [TestCase("? a\n: b\n? c\n", "{a: b, c: }")]
    [TestCase("a: &x\n  b: c\nd: *x\n", "{a: &x {b: c}, d: *x}")]
    [TestCase("a: !override &x [b]\nc: !!str\n", "{a: &x !override [b], c: !tag:yaml.org,2002:str }")]
    [TestCase("a: 1\na: 2\n", "{a: 1, a: 2}")]
    [TestCase("---\na: b\n---\n---\nc\n...\n", "{a: b} ---  --- c")]
    [TestCase("%YAML 1.2\n---\na: b\n", "{a: b}")]
    public void Reads_the_content(string text, string content)
    {
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.ShouldBeSound();
        tree.Diagnostics.Should().BeEmpty();
        YamlSample.Describe(tree.Root).Should().Be(content);
    }

    [TestCase("a: [b, c] # d\n", "[b, c]")]
    [TestCase("a: { b: c }\n", "{ b: c }")]
    [TestCase("a: |\n  b\n  c\n\n\nd: e\n", "|\n  b\n  c")]
    [TestCase("a: \"b\n  c\" # d\n", "\"b\n  c\"")]
    [TestCase("a: b c  # d\n", "b c")]
    [TestCase("a: &x !y b\n", "&x !y b")]
    [TestCase("a: &x\n  b: c\n\n# d\ne: f\n", "&x\n  b: c")]
    [TestCase("a:\n  - b\n  -\n\nc: d\n", "- b\n  -")]
    [TestCase("a:   \nb: c\n", "")]
    public void Spans_reach_from_the_first_to_the_last_character(string text, string value)
    {
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.ShouldBeSound();
        ((YamlMappingSyntax)tree.Root.Documents[0].Content).Pairs[0].Value.ToString().Should().Be(value);
    }

    [Test]
    public void An_empty_value_stands_behind_its_colon()
    {
        YamlSyntaxTree tree = YamlSample.Parse("a:   # comment\nb: c\n");
        YamlPairSyntax pair = ((YamlMappingSyntax)tree.Root.Documents[0].Content).Pairs[0];
        pair.Value.Span.Start.Should().Be(2);
        pair.Value.Span.Length.Should().Be(0);
        pair.ToString().Should().Be("a:");
    }

    [Test]
    public void Properties_have_their_own_spans()
    {
        YamlSyntaxTree tree = YamlSample.Parse("a: &x !override\n  b: c\n");
        YamlNodeSyntax value = ((YamlMappingSyntax)tree.Root.Documents[0].Content).Pairs[0].Value;
        value.Anchor.Should().Be("x");
        value.Tag.Should().Be("!override");
        tree.Text.ToString(value.AnchorSpan).Should().Be("&x");
        tree.Text.ToString(value.TagSpan).Should().Be("!override");
        tree.Text.ToString(value.ContentSpan).Should().Be("b: c");
    }

    [TestCase("&x a: b\n", "a")]
    [TestCase("!t a: b\n", "a")]
    [TestCase("&x [a]: b\n", "[a]")]
    [TestCase("? &x\n  a\n: b\n", "a")]
    public void Keys_have_properties_too(string text, string content)
    {
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.ShouldBeSound();
        tree.Text.ToString(((YamlMappingSyntax)tree.Root.Documents[0].Content).Pairs[0].Key.ContentSpan)
            .Should()
            .Be(content);
    }

    [TestCase("a: [x] # c\nb: y\n")]
    [TestCase("a: [x]\n# c\nb: y\n")]
    [TestCase("a: [x, # c\n  y]\n")]
    [TestCase("a: {x: y # c\n  }\n")]
    [TestCase("a: | # c\n  text\nb: y\n")]
    [TestCase("a: |\n  text\n# c\nb: y\n")]
    [TestCase("a: # c\n  b\n")]
    [TestCase("a: &x # c\n  b: d\n")]
    [TestCase("- # c\n  a\n")]
    [TestCase("# c\n---\na: b\n")]
    [TestCase("--- # c\na: b\n")]
    [TestCase("a: b\n... # c\n")]
    [TestCase("a: b\n# c")]
    [TestCase("? a # c\n: b\n")]
    public void Comments_are_tokens_wherever_they_stand(string text)
    {
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.ShouldBeSound();
        tree.Diagnostics.Should().BeEmpty();
        tree.Tokens.Where(token => token.Kind == SyntaxKind.Comment)
            .Select(token => tree.Text.ToString(token.Span))
            .Should()
            .Equal("# c");
    }

    [TestCase("a: '# no'\n")]
    [TestCase("a: |\n  # no\n")]
    [TestCase("a: b#no\n")]
    [TestCase("a: \"x\n  # no\"\n")]
    public void A_hash_inside_a_value_is_no_comment(string text)
    {
        YamlSample.Parse(text).Tokens.Should().NotContain(token => token.Kind == SyntaxKind.Comment);
    }

    [Test]
    public void Tokens_have_kinds()
    {
        YamlSample
            .DescribeTokens(YamlSample.Parse("%YAML 1.2 # c\n---\n- d\n"))
            .Should()
            .Be("YamlDirective<%YAML 1.2> Comment<# c> Indicator<---> Indicator<-> Scalar<d>");
        YamlSample
            .DescribeTokens(YamlSample.Parse("a: &x !t [b, *x] # c\nd: |\n  e\n"))
            .Should()
            .Be(
                "Scalar<a> Indicator<:> Anchor<&x> Tag<!t> Indicator<[> Scalar<b> Indicator<,> Alias<*x> "
                    + "Indicator<]> Comment<# c> Scalar<d> Indicator<:> Scalar<|\\n  e>"
            );
    }

    [TestCase("a: b\r\nc:\r\n  - d\r\n# e\r\n")]
    [TestCase("a: b\rc:\r  - d\r# e\r")]
    [TestCase("a: b\nc:\n  - d\n# e")]
    public void Every_line_end_is_read(string text)
    {
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.ShouldBeSound();
        tree.Diagnostics.Should().BeEmpty();
        YamlSample.Describe(tree.Root).Should().Be("{a: b, c: [d]}");
        tree.Tokens.Count(token => token.Kind == SyntaxKind.Comment).Should().Be(1);
    }

    [Test]
    public void Byte_order_marks_and_UTF_16_do_not_shift_spans()
    {
        foreach (
            Encoding encoding in new Encoding[]
            {
                new UTF8Encoding(true),
                new UnicodeEncoding(false, true),
                new UnicodeEncoding(true, true),
            }
        )
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("---\na: \U0001F40B # c\nb: c\n")];
            YamlSyntaxTree tree = YamlSample.Parse(bytes);
            tree.ShouldBeSound();
            tree.Diagnostics.Should().BeEmpty();
            ((YamlMappingSyntax)tree.Root.Documents[0].Content).Pairs[1].ToString().Should().Be("b: c");
        }
    }

    [Test]
    public void Invalid_bytes_are_reported_where_they_stand()
    {
        YamlSyntaxTree tree = YamlSample.Parse([.. "a: "u8, 0xFF, .. "\nb: c\n"u8]);
        tree.ShouldBeSound();
        YamlSample.DescribeDiagnostics(tree).Should().Equal("invalid-encoding 1:4 '\uFFFD'");
        ((YamlMappingSyntax)tree.Root.Documents[0].Content).FindValue("b").Should().NotBeNull();
    }

    [Test]
    public void Control_characters_are_reported()
    {
        YamlSample
            .DescribeDiagnostics(YamlSample.Parse("a: b\u0007c\n"))
            .Should()
            .Equal("control-character 1:5 '\u0007'");
        YamlSample.Parse("a: b\0\nc: d\n").ShouldBeSound();
    }
}
