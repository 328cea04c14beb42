using DockerfileLint.Syntax.Yaml;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Yaml;

[TestFixture]
internal sealed class YamlMappingTests
{
    private static YamlMappingSyntax Root(string text) =>
        (YamlMappingSyntax)YamlSample.Parse(text).Root.Documents[0].Content;

    private static string? Value(YamlMappingSyntax mapping, string key) =>
        (mapping.FindValue(key) as YamlScalarSyntax)?.Value;

    [Test]
    public void Own_keys_win_over_merged_ones_wherever_the_merge_key_stands()
    {
        YamlMappingSyntax root = Root("x: &x {a: 1, b: 1}\ny:\n  <<: *x\n  a: 2\nz:\n  a: 3\n  <<: *x\n");
        Value((YamlMappingSyntax)root.FindValue("y")!, "a").Should().Be("2");
        Value((YamlMappingSyntax)root.FindValue("z")!, "a").Should().Be("3");
        Value((YamlMappingSyntax)root.FindValue("z")!, "b").Should().Be("1");
    }

    [Test]
    public void Of_several_merged_mappings_the_earlier_wins_with_all_that_it_merges()
    {
        YamlMappingSyntax root = Root(
            "w: &w {d: w}\nx: &x {a: x, <<: *w}\ny: &y {a: y, b: y, d: y}\nz:\n  <<: [*x, *y, {c: inline}]\n"
        );
        var z = (YamlMappingSyntax)root.FindValue("z")!;
        new[] { Value(z, "a"), Value(z, "b"), Value(z, "c"), Value(z, "d") }.Should().Equal("x", "y", "inline", "w");
        z.GetEffectivePairs().Select(pair => pair.Name).Should().Equal("a", "d", "b", "c");
    }

    [TestCase("y:\n  <<: {a: 1}\n")]
    [TestCase("y:\n  <<:\n    a: 1\n")]
    [TestCase("y: {<<: {a: 1}}\n")]
    [TestCase("y:\n  <<: [{b: 2}, {a: 1}]\n")]
    [TestCase("y:\n  <<:\n    - b: 2\n    - <<: {a: 1}\n")]
    [TestCase("y:\n  <<: {<<: {<<: {a: 1}}}\n")]
    [TestCase("<<: {y: {a: 1}}\n")]
    [TestCase("y:\n  !!merge <<: {a: 1}\n")]
    [TestCase("y:\n  !!merge \"<<\": {a: 1}\n")]
    [TestCase("y:\n  ! <<: {a: 1}\n")]
    public void Mappings_merge_where_they_stand_without_any_anchor(string text) =>
        Value((YamlMappingSyntax)Root(text).FindValue("y")!, "a").Should().Be("1");

    [TestCase("y:\n  \"<<\": {a: 1}\n")]
    [TestCase("y:\n  !!str <<: {a: 1}\n")]
    public void A_key_in_quotes_merges_nothing(string text) =>
        Value((YamlMappingSyntax)Root(text).FindValue("y")!, "a").Should().BeNull();

    [Test]
    public void Merging_is_shallow()
    {
        YamlMappingSyntax root = Root("x: &x\n  environment: {A: 1}\ny:\n  <<: *x\n  environment: {B: 2}\n");
        var environment = (YamlMappingSyntax)((YamlMappingSyntax)root.FindValue("y")!).FindValue("environment")!;
        environment.GetEffectivePairs().Select(pair => pair.Name).Should().Equal("B");
    }

    [Test]
    public void A_merged_pair_is_the_one_at_the_anchor()
    {
        YamlMappingSyntax root = Root("x: &x\n  pid: host\ny:\n  <<: *x\n");
        YamlPairSyntax pair = ((YamlMappingSyntax)root.FindValue("y")!).Find("pid")!;
        pair.Tree.Text.GetLinePosition(pair.Value.Span.Start).ToString().Should().Be("2:8");
    }

    [TestCase("x: &x\n  <<: *x\n  a: b\n")]
    [TestCase("x: &x {a: b, y: &y {<<: [*x, *y]}}\n")]
    public void Merging_in_circles_ends(string text)
    {
        YamlMappingSyntax root = Root(text);
        Value((YamlMappingSyntax)root.FindValue("x")!, "a").Should().Be("b");
        ((YamlMappingSyntax)root.FindValue("x")!).Find("nothing").Should().BeNull();
    }

    [Test]
    public void An_alias_inside_the_node_that_it_names_stands_for_nothing()
    {
        YamlMappingSyntax root = Root("a: &a\n  b: *a\n");
        var a = (YamlMappingSyntax)root.FindValue("a")!;
        a.FindValue("b").Should().BeNull();
    }

    [Test]
    public void Of_duplicate_keys_the_last_one_decides_in_small_and_large_mappings()
    {
        Value(Root("a: 1\nb: 2\na: 3\n"), "a").Should().Be("3");
        string large = string.Concat(Enumerable.Range(0, 40).Select(i => $"k{i}: {i}\n"));
        YamlMappingSyntax root = Root("a: 1\n" + large + "a: 3\n");
        Value(root, "a").Should().Be("3");
        root.GetEffectivePairs().Count(pair => pair.Name == "a").Should().Be(1);
    }

    [Test]
    public void A_quoted_merge_key_is_an_ordinary_one()
    {
        YamlMappingSyntax root = Root("x: &x {a: b}\ny: {'<<': *x}\n");
        ((YamlMappingSyntax)root.FindValue("y")!).Find("a").Should().BeNull();
        ((YamlMappingSyntax)root.FindValue("y")!).Find("<<").Should().NotBeNull();
    }
}
