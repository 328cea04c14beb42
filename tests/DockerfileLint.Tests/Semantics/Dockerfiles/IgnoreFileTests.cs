using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

/// <summary>What a whole <c>.dockerignore</c> leaves out.</summary>
public sealed class IgnoreFileTests
{
    [TestCase("\uFEFFa\r\n\r\n# c\r\n  b  \r\n", "a", "b")]
    [TestCase("#a\n #a\n", "#a")]
    [TestCase("/a\n./b/\nc//d/../e\n../f\n.\n", "a", "b", "c/e", "../f", ".")]
    [TestCase("! a\n!/b\n!!c\n", "a", "b", "!c")]
    public void Lines_become_cleaned_patterns(string text, params string[] expected) =>
        Parse(text).Patterns.Select(pattern => pattern.Text).Should().Equal(expected);

    [TestCase("a\n!a/b\n", "a/c", true)]
    [TestCase("a\n!a/b\n", "a/b/c", false)]
    [TestCase("!a\na\n", "a", true)]
    [TestCase("*\n!a\na/b\n", "a/b", true)]
    [TestCase("*\n!a\na/b\n", "a/c", false)]
    public void The_last_pattern_that_matches_decides(string text, string path, bool isExcluded) =>
        (Parse(text).FindExcluding(path) is not null).Should().Be(isExcluded);

    [TestCase("a\n", "a", true)]
    [TestCase("a\n", "/a/", true)]
    [TestCase("a\n", "../x/../a", true)]
    [TestCase("a\n!a/b\n", "a", false)]
    [TestCase("a\n!b\n", "a", true)]
    [TestCase("!a/b\na\n", "a", true)]
    [TestCase("a\n!a/b\na\n", "a", true)]
    [TestCase("a\n!**/b\n", "a", false)]
    [TestCase("a/*\n", "a", false)]
    [TestCase("*.log\n", "*.log", true)]
    [TestCase("*.log\n!keep.log\n", "*.log", false)]
    [TestCase("a*\n", "a[b]", false)]
    [TestCase("*\n", ".", true)]
    [TestCase("**/*\n", "/", true)]
    [TestCase("*\n!a\n", ".", false)]
    [TestCase(".*\n", ".", false)]
    [TestCase("a\n", ".", false)]
    public void A_source_is_left_out_where_nothing_of_it_can_be_left(string text, string source, bool isExcluded) =>
        (Parse(text).FindExcludingAll(source) is not null).Should().Be(isExcluded);

    [TestCase("a\n", "a", true)]
    [TestCase("a\n", "./a/b", true)]
    [TestCase("a\n", "/a", false)]
    [TestCase("a\n!b\n", "a", false)]
    [TestCase("a?\n", "a*", true)]
    [TestCase("*\n", ".", true)]
    [TestCase(".*\n", ".", false)]
    [TestCase("**\n", "/", true)]
    public void The_reference_builder_compares_the_text_of_a_source(string text, string source, bool isReported) =>
        (Parse(text).FindAsReference(source) is not null).Should().Be(isReported);

    [TestCase("a\n  [b\n[c\n", "[b")]
    [TestCase("a\n!\n", "!")]
    [TestCase("! [\n", "! [")]
    public void The_first_malformed_line_is_kept(string text, string expected)
    {
        IgnoreFile file = Parse(text);

        file.File.Text.ToString(file.InvalidPattern!.Value).Should().Be(expected);
    }

    [Test]
    public void Well_formed_files_have_no_malformed_line() => Parse("a\n#[\n!b\n").InvalidPattern.Should().BeNull();

    [Test]
    public void A_pattern_full_of_stars_is_matched_in_bounded_time()
    {
        string text = string.Concat(Enumerable.Repeat("*a", 2000)) + "b\n";

        Parse(text).FindExcludingAll(new string('a', 4000)).Should().BeNull();
    }

    [Test]
    public void More_work_than_a_build_needs_is_not_done()
    {
        string line = string.Concat(Enumerable.Repeat("*a", 1000)) + "\n";
        IgnoreFile file = Parse(string.Concat(Enumerable.Repeat(line, 100)) + "b\n");

        file.FindExcludingAll("b").Should().NotBeNull();
        file.FindExcludingAll("b/" + new string('a', 4000)).Should().BeNull("it costs too much to know");
        file.FindExcludingAll("b").Should().NotBeNull("each path has a share of its own");
    }

    [Test]
    public void Many_sources_share_what_matching_may_cost()
    {
        string line = string.Concat(Enumerable.Repeat("*a", 1000)) + "\n";
        SourceFile file = CreateFile(string.Concat(Enumerable.Repeat(line, 100)) + "b\n");

        IgnoreFile.Parse(file, sources: 100)!.FindExcludingAll("b").Should().NotBeNull();
        IgnoreFile.Parse(file, sources: 1000)!.FindExcludingAll("b").Should().BeNull();
    }

    [Test]
    public void Files_and_lines_without_end_are_not_judged()
    {
        IgnoreFile.Parse(CreateFile(new string('\n', AnalysisBudget.MaxIgnoreFileLength + 1))).Should().BeNull();
        IgnoreFile.Parse(CreateFile(new string('a', AnalysisBudget.MaxContextPathLength + 1))).Should().BeNull();
        IgnoreFile.Parse(CreateFile("#" + new string('a', AnalysisBudget.MaxContextPathLength))).Should().NotBeNull();
    }

    private static IgnoreFile Parse(string text) => IgnoreFile.Parse(CreateFile(text))!;

    private static SourceFile CreateFile(string text) => new(".dockerignore", SourceText.From(text));
}
