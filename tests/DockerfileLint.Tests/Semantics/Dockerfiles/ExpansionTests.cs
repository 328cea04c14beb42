using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

internal sealed class ExpansionTests
{
    private static readonly Dictionary<string, ExpandedText> Variables = new()
    {
        ["KNOWN"] = new ExpandedText("value", Certainty.Known),
        ["EMPTY"] = new ExpandedText("", Certainty.Known),
        ["DEFAULT"] = new ExpandedText("default", Certainty.Default),
        ["UNKNOWN"] = new ExpandedText("", Certainty.Unknown),
        ["_1"] = new ExpandedText("underscore", Certainty.Known),
        ["ÄÖ"] = new ExpandedText("letters", Certainty.Known),
        ["7"] = new ExpandedText("seven", Certainty.Known),
        ["@"] = new ExpandedText("all", Certainty.Known),
    };

    [TestCase("plain", "plain", Certainty.Known)]
    [TestCase("", "", Certainty.Known)]
    [TestCase("$KNOWN", "value", Certainty.Known)]
    [TestCase("${KNOWN}", "value", Certainty.Known)]
    [TestCase("a$KNOWN/b", "avalue/b", Certainty.Known)]
    [TestCase("$KNOWN$KNOWN", "valuevalue", Certainty.Known)]
    [TestCase("$KNOWNS", "", Certainty.Known, Description = "the longest name")]
    [TestCase("$_1", "underscore", Certainty.Known)]
    [TestCase("$ÄÖ", "letters", Certainty.Known)]
    [TestCase("$7x", "sevenx", Certainty.Known, Description = "a run of digits is a name")]
    [TestCase("$@x", "allx", Certainty.Known)]
    [TestCase("$.", "$.", Certainty.Known)]
    [TestCase("$", "$", Certainty.Known)]
    [TestCase("$ x", "$ x", Certainty.Known)]
    [TestCase("'$KNOWN'", "$KNOWN", Certainty.Known)]
    [TestCase("'a\\'", "a\\", Certainty.Known, Description = "no escape in single quotes")]
    [TestCase("\"$KNOWN\"", "value", Certainty.Known)]
    [TestCase("\"a'b'\"", "a'b'", Certainty.Known)]
    [TestCase("'a\"b\"'", "a\"b\"", Certainty.Known)]
    [TestCase("\\$KNOWN", "$KNOWN", Certainty.Known)]
    [TestCase("\\a\\\\b\\", "a\\b", Certainty.Known, Description = "an escape at the end is dropped")]
    [TestCase(
        "\"\\$KNOWN \\\" \\\\ \\a\"",
        "$KNOWN \" \\ \\a",
        Certainty.Known,
        Description = "in double quotes only some characters are escaped"
    )]
    [TestCase("a'b'\"c\"d", "abcd", Certainty.Known)]
    [TestCase("$DEFAULT", "default", Certainty.Default)]
    [TestCase("$UNKNOWN", "", Certainty.Unknown)]
    [TestCase("$KNOWN$DEFAULT$UNKNOWN", "valuedefault", Certainty.Unknown, Description = "the least sure part decides")]
    [TestCase("'$UNKNOWN'", "$UNKNOWN", Certainty.Known)]
    [TestCase("${UNSET:-a}", "a", Certainty.Known)]
    [TestCase("${UNSET-a}", "a", Certainty.Known)]
    [TestCase("${EMPTY:-a}", "a", Certainty.Known)]
    [TestCase("${EMPTY-a}", "", Certainty.Known)]
    [TestCase("${KNOWN:-$UNKNOWN}", "value", Certainty.Known, Description = "a word that is not used does not count")]
    [TestCase("${UNSET:-$DEFAULT}", "default", Certainty.Default)]
    [TestCase("${UNSET:-${UNSET:-a}}b", "ab", Certainty.Known)]
    [TestCase("${UNSET:-'}'}", "}", Certainty.Known)]
    [TestCase("${UNSET:-\\}}", "}", Certainty.Known)]
    [TestCase("${UNKNOWN:-a}", "a", Certainty.Default, Description = "a build argument may still come")]
    [TestCase("${KNOWN:+a}", "a", Certainty.Known)]
    [TestCase("${EMPTY:+a}", "", Certainty.Known)]
    [TestCase("${EMPTY+a}", "a", Certainty.Known)]
    [TestCase("${UNSET+a}", "", Certainty.Known)]
    [TestCase("${UNSET:+$UNKNOWN}", "", Certainty.Known)]
    [TestCase("${KNOWN:?a}", "value", Certainty.Known)]
    [TestCase("${EMPTY?a}", "", Certainty.Known)]
    [TestCase("${UNKNOWN:?a}", "", Certainty.Unknown, Description = "a build argument may still come")]
    public void A_word_becomes_a_value_of_some_certainty(string word, string value, Certainty certainty) =>
        Expand(word).Should().Be(new ExpandedText(value, certainty));

    [TestCase("\"a")]
    [TestCase("'a")]
    [TestCase("a\"")]
    [TestCase("\"a\\\"")]
    [TestCase("${UNSET:-\"a}")]
    [TestCase("\"'\"'")]
    public void A_quote_must_be_closed(string word) =>
        Expand(word).Should().Be(new ExpandedText("", Certainty.Unknown, ExpansionError.UnclosedQuote));

    [TestCase("${")]
    [TestCase("${}")]
    [TestCase("${KNOWN")]
    [TestCase("${KNOWN:")]
    [TestCase("${KNOWN:-a")]
    [TestCase("${{KNOWN}}")]
    [TestCase("${.}")]
    [TestCase("${:-a}")]
    [TestCase("${KNOWN:=a}")]
    [TestCase("${KNOWN=a}")]
    [TestCase("${KNOWN:a}")]
    [TestCase("${KNOWN!}")]
    [TestCase("\"${KNOWN\"")]
    public void Braces_must_be_closed_around_a_name_and_a_known_modifier(string word) =>
        Expand(word).Error.Should().Be(ExpansionError.InvalidVariable);

    [Test]
    public void A_backtick_can_be_the_escape() =>
        new VariableExpander('`', LookUp, new ExpansionBudget(AnalysisBudget.Default.MaxExpandedCharacters))
            .Expand("`$KNOWN \\$KNOWN \"`\"\"")
            .Should()
            .Be(new ExpandedText("$KNOWN \\value \"", Certainty.Known));

    private static ExpandedText Expand(string word) =>
        new VariableExpander('\\', LookUp, new ExpansionBudget(AnalysisBudget.Default.MaxExpandedCharacters)).Expand(
            word
        );

    private static Variable LookUp(string name) =>
        Variables.TryGetValue(name, out ExpandedText value)
            ? value.Certainty == Certainty.Unknown
                ? Variable.External
                : Variable.Set(value)
            : Variable.Undefined;
}
