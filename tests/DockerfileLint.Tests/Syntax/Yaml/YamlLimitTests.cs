using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Yaml;

[TestFixture]
internal sealed class YamlLimitTests
{
    [TestCase("[", 100_000, "too-deep")]
    [TestCase("{", 100_000, "too-deep")]
    [TestCase("- ", 20_000, "too-deep")]
    [TestCase("? ", 20_000, "too-deep")]
    [TestCase("{? ", 20_000, "too-deep")]
    [TestCase("a: [\n", 100_000, "unclosed-bracket")]
    [TestCase("---\n@\n", 20_000, "reserved-character")]
    [TestCase("a: \"\n", 20_000, "unclosed-quote")]
    public void Endless_nesting_and_endless_errors_end_with_a_diagnostic(string unit, int count, string message)
    {
        YamlSyntaxTree tree = YamlSample.Parse(string.Concat(Enumerable.Repeat(unit, count)));
        tree.Diagnostics.Should().NotBeEmpty().And.HaveCountLessThan(102);
        tree.Diagnostics[0].Message.Template.Id.Should().Be(message);
        tree.ToString().Should().Be(tree.Text.ToString());
    }

    [Test]
    public void Two_hundred_and_fifty_six_levels_are_read()
    {
        YamlSample.Parse(new string('[', 256) + new string(']', 256)).Diagnostics.Should().BeEmpty();
        YamlSample
            .DescribeDiagnostics(YamlSample.Parse(new string('[', 257) + new string(']', 257)))
            .Should()
            .Equal("too-deep 1:257 '['");
    }

    [Test]
    public void Half_a_million_nodes_are_the_limit()
    {
        YamlSyntaxTree tree = YamlSample.Parse("[" + string.Concat(Enumerable.Repeat("a,", 500_001)) + "]");
        tree.Diagnostics.Should().ContainSingle().Which.Message.Template.Id.Should().Be("too-many-nodes");
        tree.ToString().Should().Be(tree.Text.ToString());
    }

    [Test]
    public void An_alias_bomb_stays_small()
    {
        string text =
            "a0: &a0 [x]\n"
            + string.Concat(
                Enumerable
                    .Range(1, 30)
                    .Select(i => $"a{i}: &a{i} [{string.Join(",", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")
            );
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.Diagnostics.Should().ContainSingle().Which.Message.Template.Id.Should().Be("excessive-aliasing");
        tree.Root.DescendantNodesAndSelf().Count().Should().BeLessThan(1_000);
    }

    [TestCase("a: &a {b: *a}\n")]
    [TestCase("a: &a\n  b: &b [{<<: *a}, *b]\n")]
    public void An_alias_in_what_it_names_is_reported(string text) =>
        YamlSample
            .Parse(text)
            .Diagnostics.Should()
            .ContainSingle()
            .Which.Message.Template.Id.Should()
            .Be("alias-cycle");

    [Test]
    public void A_merge_bomb_is_cut_off_and_reported()
    {
        string text =
            "a0: &a0 {k: v}\n"
            + string.Concat(
                Enumerable
                    .Range(1, 500)
                    .Select(i => $"a{i}: &a{i}\n  <<: [{string.Join(",", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")
            );
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.Diagnostics.Select(diagnostic => diagnostic.Message.Template.Id)
            .Should()
            .Equal("too-many-merges", "excessive-aliasing");
        var root = (YamlMappingSyntax)tree.Root.Documents[0].Content;
        ((YamlMappingSyntax)root.FindValue("a500")!).Find("missing").Should().BeNull();
        ((YamlMappingSyntax)root.FindValue("a20")!).Find("k").Should().NotBeNull();
    }

    [Test]
    public void A_scalar_of_ten_megabytes_is_read()
    {
        YamlSyntaxTree tree = YamlSample.Parse("a: " + new string('x', 10_000_000) + "\n");
        tree.Diagnostics.Should().BeEmpty();
        ((YamlScalarSyntax)((YamlMappingSyntax)tree.Root.Documents[0].Content).FindValue("a")!)
            .Value.Should()
            .HaveLength(10_000_000);
    }

    [Test]
    public void Merge_keys_of_one_mapping_cost_what_their_length_costs() =>
        Work.ShouldGrowAsTheInput(
            size =>
            {
                string text = "a: &a {b: c}\n" + string.Concat(Enumerable.Repeat("<<: *a\n", size));
                return () => YamlSample.Parse(text);
            },
            size: 2000
        );

    [Test]
    public void What_merge_keys_take_from_where_they_stand_is_never_too_much()
    {
        const int Levels = 30;
        string pairs = string.Join(", ", Enumerable.Range(0, 5000).Select(number => $"k{number}: v"));
        string nested = string.Concat(Enumerable.Repeat("{<<: ", Levels)) + $"{{{pairs}}}" + new string('}', Levels);

        YamlSyntaxTree tree = YamlSample.Parse($"anchored: &a x\nlarge: {nested}\nlast: {{<<: {{b: c}}}}\n");

        tree.Diagnostics.Should().BeEmpty();
        var last = (YamlMappingSyntax)((YamlMappingSyntax)tree.Root.Documents[0].Content).FindValue("last")!;
        last.FindValue("b").Should().NotBeNull();
    }
}
