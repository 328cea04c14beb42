using DockerfileLint.Analysis.Fixes;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis.Fixes;

public sealed class WordComparerTests
{
    [TestCase("a b c", "a b c", "", "", true, TestName = "Equal rows")]
    [TestCase("a b c", "a x b c", "", "x", true, TestName = "A word that was to come")]
    [TestCase("a b c", "a x b c", "", "y", false, TestName = "Another word than was to come")]
    [TestCase("a b c", "a b c", "", "x", false, TestName = "A word that did not come")]
    [TestCase("a b c", "a c", "b", "", true, TestName = "A word that was to go")]
    [TestCase("a b c", "c b a", "", "", false, TestName = "Another order")]
    [TestCase("a b c", "x b a c", "", "x", false, TestName = "Another order beside a word that was to come")]
    [TestCase("a b", "x b", "a", "x", true, TestName = "A word in the place of another")]
    public void Only_the_words_that_were_to_go_and_come_may(
        string before,
        string after,
        string removed,
        string added,
        bool expected
    ) => WordComparer.IsMade([.. Split(before)], [.. Split(after)], Split(removed), Split(added)).Should().Be(expected);

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
