using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Text;

internal sealed class SpellCheckerTests
{
    private static readonly string[] Words = ["FROM", "RUN", "ENV", "WORKDIR", "HEALTHCHECK", "keep-git-dir"];

    [TestCase("FORM", "FROM", Description = "two neighbours swapped")]
    [TestCase("FRM", "FROM", Description = "one left out")]
    [TestCase("FROMM", "FROM", Description = "one too much")]
    [TestCase("FROG", "FROM", Description = "another one")]
    [TestCase("from", "FROM", Description = "case does not count")]
    [TestCase("rum", "RUN")]
    [TestCase("WROKDRI", "WORKDIR", Description = "a long word may differ in two places")]
    [TestCase("keepgitdir", "keep-git-dir")]
    [TestCase("HEALTCHEK", "HEALTHCHECK")]
    [TestCase("EVN", "ENV")]
    [TestCase("FOAM", null, Description = "a short one may not")]
    [TestCase("ABC", null)]
    [TestCase("", null)]
    [TestCase("HEALTH", null)]
    [TestCase("WOKDRIR1", null)]
    public void The_nearest_word_is_suggested_where_it_is_near(string word, string? suggestion) =>
        SpellChecker.GetSuggestion(word, Words).Should().Be(suggestion);

    [Test]
    public void The_nearer_of_two_wins() =>
        SpellChecker.GetSuggestion("workdri", ["workdash", "workdir", "worker"]).Should().Be("workdir");

    [Test]
    public void The_first_of_equals_wins() => SpellChecker.GetSuggestion("bat", ["cat", "hat"]).Should().Be("cat");

    [Test]
    public void A_word_without_end_has_no_suggestion() =>
        SpellChecker.GetSuggestion(new string('a', 1_000_000), [new string('a', 1_000_000)]).Should().BeNull();
}
