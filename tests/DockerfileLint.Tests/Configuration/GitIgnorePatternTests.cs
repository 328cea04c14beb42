using DockerfileLint.Configuration;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Configuration;

/// <summary>The cases follow the pattern format of gitignore(5).</summary>
public class GitIgnorePatternTests
{
    [TestCase("*.log", "a.log")]
    [TestCase("*.log", "a/b.log")]
    [TestCase("build", "a/build/")]
    [TestCase("build/", "a/build/")]
    [TestCase("/build", "build")]
    [TestCase("a/b", "a/b")]
    [TestCase("a/b/", "a/b/")]
    [TestCase("**/foo", "foo")]
    [TestCase("**/foo", "x/y/foo")]
    [TestCase("**/foo/bar", "x/foo/bar")]
    [TestCase("foo/**", "foo/x/y")]
    [TestCase("a/**/b", "a/b")]
    [TestCase("a/**/b", "a/x/y/b")]
    [TestCase("a/**/b/**/c", "a/b/x/b/y/c")]
    [TestCase("/*", "a")]
    [TestCase("foo[0-9]", "foo5")]
    [TestCase("foo[!0-9]", "fooa")]
    [TestCase("foo[^0-9]", "fooa")]
    [TestCase("foo[]a]", "foo]")]
    [TestCase("foo[a-]", "foo-")]
    [TestCase("foo[[:digit:][:upper:]]", "fooX")]
    [TestCase("foo[[:]", "foo[")]
    [TestCase("foo[[:]", "foo:")]
    [TestCase("foo[![:]", "foo]")]
    [TestCase("foo[\\]]", "foo]")]
    [TestCase("\\#x", "#x")]
    [TestCase("\\!x", "!x")]
    [TestCase("a\\*b", "a*b")]
    [TestCase("foo ", "foo")]
    [TestCase("foo\\ ", "foo ")]
    [TestCase("foo\r", "foo")]
    [TestCase("a**b", "axxb")]
    [TestCase("{a,b}", "{a,b}")]
    public void A_pattern_matches(string pattern, string path) => IsMatch(pattern, path).Should().BeTrue();

    [TestCase("build/", "a/build")]
    [TestCase("/build", "a/build")]
    [TestCase("a/b", "x/a/b")]
    [TestCase("foo/**", "foo")]
    [TestCase("a/**/b", "a/x/c")]
    [TestCase("/*", "a/b")]
    [TestCase("a?c", "a/c")]
    [TestCase("a*c", "a/c")]
    [TestCase("foo[0-9]", "fooa")]
    [TestCase("foo[!0-9]", "foo5")]
    [TestCase("foo[", "foo[")]
    [TestCase("foo[a", "fooa")]
    [TestCase("foo[z-a]", "foom")]
    [TestCase("foo[[:nonsense:]]", "foon")]
    [TestCase("foo[[:]", "foo]")]
    [TestCase("foo[[:", "foo[")]
    [TestCase("foo\\", "foo\\")]
    [TestCase("Foo", "foo")]
    [TestCase("a\\*b", "axb")]
    [TestCase("{a,b}", "a")]
    public void A_pattern_does_not_match(string pattern, string path) => IsMatch(pattern, path).Should().BeFalse();

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("# comment")]
    [TestCase("!")]
    [TestCase("/")]
    public void A_line_without_pattern_is_none(string line) => GitIgnorePattern.Parse(line).Should().BeNull();

    [Test]
    public void A_pattern_full_of_stars_takes_no_exponential_time()
    {
        string name = string.Concat(Enumerable.Repeat("a*", 2000)) + "b";
        string deep = string.Concat(Enumerable.Repeat("**/a/", 500)) + "b";

        IsMatch(name, new string('a', 2000)).Should().BeFalse();
        IsMatch(deep, string.Join('/', Enumerable.Repeat("a", 1000))).Should().BeFalse();
    }

    [TestCase("*[")]
    [TestCase("*[[:")]
    [TestCase("[[:")]
    public void Unclosed_brackets_take_time_for_the_pattern_and_the_name_alone(string unit)
    {
        string name = new('a', 200);
        long steps = CountSteps(string.Concat(Enumerable.Repeat(unit, 4000 / unit.Length)), name);
        long stepsOfHalf = CountSteps(string.Concat(Enumerable.Repeat(unit, 2000 / unit.Length)), name);

        steps.Should().BeLessThan((5 * stepsOfHalf / 2) + 1000);
    }

    [Test]
    public void A_pattern_longer_than_any_path_is_none() =>
        GitIgnorePattern.Parse(new string('*', AnalysisBudget.MaxContextPathLength + 1)).Should().BeNull();

    [TestCase("[[:]", "[", true)]
    [TestCase("[[:]", ":", true)]
    [TestCase("[[:]", "a", false)]
    [TestCase("[[:alpha:]:]", "a", true)]
    public void A_class_has_an_end_behind_its_start(string pattern, string path, bool matches) =>
        IsMatch(pattern, path).Should().Be(matches);

    private static bool IsMatch(string pattern, string path)
    {
        long steps = 0;
        return GitIgnorePattern
            .Parse(pattern)!
            .IsMatch(path.TrimEnd('/').Split('/'), isDirectory: path.EndsWith('/'), ref steps);
    }

    private static long CountSteps(string pattern, string name)
    {
        long steps = 0;
        GitIgnorePattern.Parse(pattern)!.IsMatch([name], isDirectory: false, ref steps);
        return steps;
    }
}
