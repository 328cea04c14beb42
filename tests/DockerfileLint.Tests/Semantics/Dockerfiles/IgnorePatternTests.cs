using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using DockerfileLint.Semantics.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

/// <summary>
/// Patterns of <c>.dockerignore</c> follow Go's <c>filepath.Match</c>, with <c>**</c> and parent folders beyond it.
/// </summary>
public sealed class IgnorePatternTests
{
    [TestCase("a", "a")]
    [TestCase("a", "a/b/c")]
    [TestCase("a/b", "a/b/c")]
    [TestCase("*", "a")]
    [TestCase("*", "a/b")]
    [TestCase("*.log", "x.log")]
    [TestCase("*.log", "x.log/y")]
    [TestCase("a/*", "a/b/c")]
    [TestCase("*/b", "a/b")]
    [TestCase("a?c", "abc")]
    [TestCase("a?c", "a\U0001F600c")]
    [TestCase("[a-c]x", "bx")]
    [TestCase("[^a-c]x", "dx")]
    [TestCase("[!a]x", "!x")]
    [TestCase("[\\]a]", "]")]
    [TestCase("[*]", "*")]
    [TestCase("a]", "a]")]
    [TestCase("\\*", "*")]
    [TestCase("a\\b", "ab")]
    [TestCase("**", "a/b/c")]
    [TestCase("**/x", "x")]
    [TestCase("**/x", "a/b/x/y")]
    [TestCase("**/*.log", "a/b/c.log")]
    [TestCase("a/**", "a/b/c")]
    [TestCase("a/**/b", "a/b")]
    [TestCase("a/**/b", "a/x/y/b")]
    [TestCase("a**b", "ab")]
    [TestCase("a**b", "ax/b")]
    [TestCase("**.log", "a.log")]
    [TestCase("**.log", "b/a.log")]
    [TestCase("a**", "abc/d")]
    [TestCase("**/a/**", "x/a/y")]
    public void A_pattern_covers_a_path(string pattern, string path) => IsCovered(pattern, path).Should().BeTrue();

    [TestCase("a", "ab")]
    [TestCase("a", "b/a")]
    [TestCase("a/b", "a")]
    [TestCase("a/*", "a")]
    [TestCase("a?c", "a/c")]
    [TestCase("a?c", "ac")]
    [TestCase("*/b", "x/a/b")]
    [TestCase("[a-c]x", "dx")]
    [TestCase("[^a-c]x", "bx")]
    [TestCase("\\*", "a")]
    [TestCase("A", "a")]
    [TestCase("a/**", "a")]
    [TestCase("**/x", "ax")]
    [TestCase("a**b", "axb")]
    [TestCase("**.l?g", "a.log")]
    [TestCase("{a,b}", "a")]
    public void A_pattern_does_not_cover_a_path(string pattern, string path) =>
        IsCovered(pattern, path).Should().BeFalse();

    [TestCase("[")]
    [TestCase("a[")]
    [TestCase("[]")]
    [TestCase("[]a]")]
    [TestCase("[^]")]
    [TestCase("[a-]")]
    [TestCase("[-a]")]
    [TestCase("[z-a]")]
    [TestCase("[a")]
    [TestCase("[\\")]
    [TestCase("a\\")]
    public void A_malformed_pattern_is_no_pattern(string pattern) =>
        IgnorePattern.TryParse(pattern, isNegated: false, default, out _).Should().BeFalse();

    [TestCase("a/b", "a", true)]
    [TestCase("a/*.c", "a/b", false)]
    [TestCase("*/c", "a", true)]
    [TestCase("**/c", "a/b", true)]
    [TestCase("b/*", "a", false)]
    [TestCase("a/[", "a", false)]
    public void A_pattern_reaches_below_a_folder(string pattern, string folder, bool expected)
    {
        bool reaches =
            IgnorePattern.TryParse(pattern, isNegated: false, default, out IgnorePattern? parsed)
            && (parsed.Match(folder, IgnorePattern.GetCharacters(folder, isPattern: false)) & IgnoreMatch.ReachesBelow)
                != 0;

        reaches.Should().Be(expected);
    }

    [TestCase("*.log", "*.log", true)]
    [TestCase("a*", "ab*", true)]
    [TestCase("a?", "a?", true)]
    [TestCase("a?", "a*", false)]
    [TestCase("a[*]", "a*", false)]
    [TestCase("a\\*", "a*", false)]
    [TestCase("*", "?", true)]
    public void A_source_with_wildcards_is_covered_where_all_that_it_stands_for_is(
        string pattern,
        string source,
        bool expected
    )
    {
        IgnorePattern.TryParse(pattern, isNegated: false, default, out IgnorePattern? parsed).Should().BeTrue();

        ((parsed!.Match(source, IgnorePattern.GetCharacters(source, isPattern: true)) & IgnoreMatch.Covers) != 0)
            .Should()
            .Be(expected);
    }

    [Test]
    public void Matching_agrees_with_a_regular_expression()
    {
        Gen<string> patterns = Gen.OneOf<string>("a", "b", "/", "*", "?", "**", "[ab]", "[^a]", "\\*", ".", "**/")
            .Array[1, 7]
            .Select(parts => ContextPath.Clean(string.Concat(parts)).TrimStart('/'));
        Gen<string> paths = Gen.OneOf<string>("a", "b", "/", "*", ".")
            .Array[1, 9]
            .Select(parts => ContextPath.Clean(string.Concat(parts)).TrimStart('/'));

        Gen.Select(patterns, paths)
            .Where(pair => pair.Item1.Length > 0 && pair.Item2.Length > 0)
            .Sample((pattern, path) => IsCovered(pattern, path) == IsCoveredByRegex(pattern, path), iter: 20_000);
    }

    private static bool IsCovered(string pattern, string path)
    {
        IgnorePattern.TryParse(pattern, isNegated: false, default, out IgnorePattern? parsed).Should().BeTrue();
        return (parsed!.Match(path, IgnorePattern.GetCharacters(path, isPattern: false)) & IgnoreMatch.Covers) != 0;
    }

    /// <summary>The plain way: each folder above the path is matched on its own, by a backtracking engine.</summary>
    private static bool IsCoveredByRegex(string pattern, string path)
    {
        var expression = new Regex(ToRegex(pattern), RegexOptions.Singleline | RegexOptions.CultureInvariant);
        string[] segments = path.Split('/');
        return Enumerable
            .Range(1, segments.Length)
            .Any(count => expression.IsMatch(string.Join('/', segments[..count])));
    }

    private static string ToRegex(string pattern)
    {
        if (
            pattern.StartsWith("**", StringComparison.Ordinal)
            && pattern.Length > 2
            && pattern[2] != '/'
            && pattern.AsSpan(2).IndexOfAny("*?[]\\") < 0
        )
        {
            return Regex.Escape(pattern[2..]) + @"\z";
        }

        var expression = new StringBuilder(@"\A");
        for (int i = 0; i < pattern.Length; i++)
        {
            string rest = pattern[i..];
            if (rest is "**" or "**/")
            {
                expression.Append(".*");
                break;
            }

            if (rest.StartsWith("**", StringComparison.Ordinal))
            {
                i += rest[2] == '/' ? 2 : 1;
                expression.Append("(.*/)?");
            }
            else if (rest[0] == '[')
            {
                int end = rest.IndexOf(']', StringComparison.Ordinal);
                expression.Append(rest[..(end + 1)]);
                i += end;
            }
            else if (rest[0] == '\\')
            {
                expression.Append(Regex.Escape(rest[1].ToString()));
                i++;
            }
            else
            {
                expression.Append(
                    rest[0] switch
                    {
                        '*' => "[^/]*",
                        '?' => "[^/]",
                        var other => Regex.Escape(other.ToString()),
                    }
                );
            }
        }

        return expression.Append(@"\z").ToString();
    }
}
