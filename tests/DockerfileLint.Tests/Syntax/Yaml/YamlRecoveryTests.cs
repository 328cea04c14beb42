using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Yaml;

[TestFixture]
internal sealed class YamlRecoveryTests
{
    [TestCase(
        "services:\n  web:\n    image: \"nginx\n  db:\n    image: redis\n",
        "{services: {web: {}, db: {image: redis}}}",
        "unclosed-quote 3:12 '\"nginx'"
    )]
    [TestCase(
        "services:\n  web:\n    ports: [80, 81\n  db:\n    image: redis\n",
        "{services: {web: {}, db: {image: redis}}}",
        "unclosed-bracket 3:12 '['"
    )]
    [TestCase(
        "services:\n  a: {image: b}\n  web:\n\timage: c\n  db: {image: d}\n",
        "{services: {a: {image: b}, db: {image: d}}}",
        "tab-indentation 4:1 '\t'"
    )]
    [TestCase(
        "services:\n  a:\n    image: b\n c:\n    image: d\n  e:\n    image: f\n",
        "{services: {a: {image: b}, e: {image: f}}}",
        "wrong-indentation 4:2 'c:'"
    )]
    [TestCase(
        "services:\n  a: b\n  c:\n    d: e\n   f: g\nvolumes:\n  v:\n",
        "{services: {a: b}, volumes: {v: }}",
        "wrong-indentation 5:4 'f: g'"
    )]
    [TestCase("a: b\ngarbage\nc: d\n", "{a: b, c: d}", "missing-colon 2:1 'garbage'")]
    [TestCase("a: b: c\nd: e\n", "{d: e}", "unexpected-mapping 1:5 ':'")]
    [TestCase("a: @b\nc: d\n", "{c: d}", "reserved-character 1:4 '@'")]
    [TestCase("a: \"b\" c\nd: e\n", "{d: e}", "trailing-content 1:8 'c'")]
    [TestCase("a: - b\nc: d\n", "{c: d}", "inline-sequence 1:4 '-'")]
    [TestCase("a: \"\\q\"\nc: d\n", "{c: d}", "invalid-escape 1:5 '\\q'")]
    [TestCase("a: b\n---\nc: @\n---\nd: e\n", "{a: b} --- {d: e}", "reserved-character 3:4 '@'")]
    [TestCase("x: &y !z\n  a: @\n  b: c\n", "{x: &y !z {b: c}}", "reserved-character 2:6 '@'")]
    public void What_surrounds_broken_text_is_read(string text, string content, string diagnostic)
    {
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.ShouldBeSound();
        YamlSample.DescribeDiagnostics(tree).Should().Equal(diagnostic);
        YamlSample.Describe(tree.Root).Should().Be(content);
        tree.Diagnostics.Should().OnlyContain(d => d.Rule.Id == "DC1000");
    }

    [TestCase("\u2028")]
    [TestCase("\u2029")]
    [TestCase("\u0085")]
    public void Line_ends_of_old_are_text_in_quotes(string lineEnd)
    {
        YamlSyntaxTree tree = YamlSample.Parse($"a:\n  b: \"x{lineEnd}y\"\n  c: 'x{lineEnd}y'\n  d: e\n");
        tree.Diagnostics.Should().BeEmpty();
        var mapping = (YamlMappingSyntax)((YamlMappingSyntax)tree.Root.Documents[0].Content).FindValue("a")!;
        foreach (string key in new[] { "b", "c" })
        {
            ((YamlScalarSyntax)mapping.FindValue(key)!).Value.Should().Be($"x{lineEnd}y");
        }
    }

    [Test]
    public void Every_broken_part_is_reported()
    {
        YamlSyntaxTree tree = YamlSample.Parse(
            "x: @\nservices:\n  a:\n    image: `b`\n  c:\n    image: d\n  e:\n    image: %f\ny: [\nz: ok\n"
        );
        tree.ShouldBeSound();
        YamlSample
            .DescribeDiagnostics(tree)
            .Should()
            .Equal(
                "reserved-character 1:4 '@'",
                "reserved-character 4:12 '`'",
                "reserved-character 8:12 '%'",
                "unclosed-bracket 9:4 '['"
            );
        YamlSample.Describe(tree.Root).Should().Be("{services: {a: {}, c: {image: d}, e: {}}, z: ok}");
    }

    [Test]
    public void What_is_broken_costs_its_own_value_and_not_the_service()
    {
        YamlSyntaxTree tree = YamlSample.Parse(
            "services:\n  a:\n    image: @x\n    pid: host\n    deploy:\n      replicas: 2\n"
        );
        YamlSample.Describe(tree.Root).Should().Be("{services: {a: {pid: host, deploy: {replicas: 2}}}}");
        YamlSample
            .DescribeTokens(tree)
            .Should()
            .Be(
                "Scalar<services> Indicator<:> Scalar<a> Indicator<:> SkippedText<image: @x> Scalar<pid> Indicator<:> "
                    + "Scalar<host> Scalar<deploy> Indicator<:> Scalar<replicas> Indicator<:> Scalar<2>"
            );
    }

    [Test]
    public void Comments_before_an_intact_part_and_lines_of_comment_in_skipped_text_stay_comments()
    {
        YamlSyntaxTree tree = YamlSample.Parse(
            "# first\nservices:\n  a:\n    image: @x # inline\n    # inside\n  # before b\n  b:\n    image: c # "
                + "behind\n"
        );
        tree.Tokens.Where(token => token.Kind == SyntaxKind.Comment)
            .Select(token => tree.Text.ToString(token.Span))
            .Should()
            .Equal("# first", "# inside", "# before b", "# behind");
    }

    [Test]
    public void Aliases_are_linked_across_parts_and_an_anchor_in_skipped_text_is_not_missed()
    {
        YamlSyntaxTree tree = YamlSample.Parse("x: &x {a: b}\ny: &y [\nz: *x\nw: *y\n");
        YamlSample.DescribeDiagnostics(tree).Should().Equal("unclosed-bracket 2:7 '['");
        var root = (YamlMappingSyntax)tree.Root.Documents[0].Content;
        root.FindValue("z").Should().BeSameAs(root.FindValue("x"));
        root.FindValue("w").Should().BeNull();
    }

    [TestCase("a: *b\n", "undefined-alias 1:4 '*b'")]
    [TestCase("a: *b\nc: &b d\n", "undefined-alias 1:4 '*b'")]
    [TestCase("a: &b c\n---\nd: *b\n", "undefined-alias 3:4 '*b'")]
    [TestCase("a: ******\n", "invalid-alias 1:4 '******'")]
    [TestCase("a: &b.c d\n", "invalid-alias 1:4 '&b.c'")]
    public void Aliases_that_lead_nowhere_are_reported(string text, string diagnostic)
    {
        YamlSample.DescribeDiagnostics(YamlSample.Parse(text)).Should().Equal(diagnostic);
    }

    [TestCase("services:\n\tweb:\n\t\timage: x\n", "tab-indentation 2:1 '\t'")]
    [TestCase("a:\n  b: c\n\td: e\n", "tab-indentation 3:1 '\t'")]
    public void A_tab_is_reported_at_the_first_line_that_it_indents(string text, string diagnostic)
    {
        YamlSample.DescribeDiagnostics(YamlSample.Parse(text)).Should().Equal(diagnostic);
    }

    [Test]
    public void Errors_name_the_same_place_whatever_the_line_end()
    {
        YamlSample
            .DescribeDiagnostics(YamlSample.Parse("a: b\r\nc: \"d\r\ne: f\r\n"))
            .Should()
            .Equal("unclosed-quote 2:4 '\"d'");
        YamlSample
            .DescribeDiagnostics(YamlSample.Parse("a: b\rc: \"d\re: f\r"))
            .Should()
            .Equal("unclosed-quote 2:4 '\"d'");
    }

    [Test]
    public void However_a_file_is_broken_no_key_moves_to_another_parent()
    {
        // Each name starts and ends with a letter of its own, so that one changed character cannot make it another.
        const string Text =
            "xerox:\n  key: xerox\n\nservices:\n  # first\n  alpha:\n    image: nginx\n    key: alpha\n  blob:\n    "
            + "ports: [80, 81]\n    key: blob\n\n  civic:\n    level:\n      key: level\n    key: civic\nvolumes:\n  "
            + "dread:\n    key: dread\n";
        int broken = 0;
        int kept = 0;
        for (int position = 0; position < Text.Length; position++)
        {
            foreach (
                string inserted in new[] { "", "\"", "'", "[", "{", "}", "\t", "@", ":", "- ", "\n", " ", "#", "|" }
            )
            {
                string text = inserted.Length == 0 ? Text.Remove(position, 1) : Text.Insert(position, inserted);
                YamlSyntaxTree tree = YamlSample.Parse(text);
                if (tree.Diagnostics.IsEmpty)
                {
                    continue;
                }

                broken++;
                foreach (
                    YamlPairSyntax pair in tree
                        .Root.DescendantNodesAndSelf()
                        .OfType<YamlPairSyntax>()
                        .Where(pair => pair.Name == "key" && pair.Parent is YamlMappingSyntax { IsFlow: false })
                )
                {
                    kept++;
                    string name = (pair.Parent!.Parent as YamlPairSyntax)?.Key.ToString() ?? "no parent";
                    if (pair.Value is not YamlScalarSyntax { Value: var value })
                    {
                        continue;
                    }

                    (value.Length == 0 || name.Length == 0 || name[0] == value[0] || name[^1] == value[^1])
                        .Should()
                        .BeTrue("'key: {0}' stands under its name, not under '{1}'; text:\n{2}", value, name, text);
                }
            }
        }

        broken.Should().BeGreaterThan(1_000);
        kept.Should().BeGreaterThan(broken * 2, "most of a file survives one mistake");
    }
}
