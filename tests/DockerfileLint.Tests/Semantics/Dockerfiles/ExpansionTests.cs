using System.Text.Json;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Tests.Testing;
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
    [TestCase("\"\\$KNOWN \\\" \\\\ \\a\"", "$KNOWN \" \\ \\a", Certainty.Known, Description = "in double quotes only some characters are escaped")]
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
    public void A_quote_must_be_closed(string word) => Expand(word).Should().Be(new ExpandedText("", Certainty.Unknown, ExpansionError.UnclosedQuote));

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
    public void Braces_must_be_closed_around_a_name_and_a_known_modifier(string word) => Expand(word).Error.Should().Be(ExpansionError.InvalidVariable);

    [Test]
    public void A_backtick_can_be_the_escape() =>
        new VariableExpander('`', LookUp).Expand("`$KNOWN \\$KNOWN \"`\"\"").Should().Be(new ExpandedText("$KNOWN \\value \"", Certainty.Known));

    /// <summary>How many of the reference builder's own cases agree. Not yet: <c>?</c> of a variable that is not set, the values of pattern modifiers, and the split of EXPOSE.</summary>
    [TestCase("expansion", 112)]
    [TestCase("expansion-words", 9)]
    public void The_cases_of_the_reference_builder_agree(string kind, int floor)
    {
        int agreed = 0;
        foreach (string line in File.ReadLines(SharedTools.GetPath("exam/buildkit-parse.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            JsonElement root = row.RootElement;
            if (root.GetProperty("kind").GetString() == kind && Agrees(root))
            {
                agreed++;
            }
        }

        agreed.Should().BeGreaterThanOrEqualTo(floor);
    }

    private static bool Agrees(JsonElement row)
    {
        JsonElement environment = row.GetProperty("env");
        string text = row.GetProperty("text").GetString()!;
        ExpandedText actual = new VariableExpander('\\', name => environment.TryGetProperty(name, out JsonElement value) ? new ExpandedText(value.GetString()!, Certainty.Known) : null).Expand(text);
        bool isValid = row.GetProperty("valid").GetBoolean();
        if (!isValid)
        {
            TestContext.Out.WriteLine(actual.Error == ExpansionError.None ? $"accepted: {text}" : "");
            return actual.Error != ExpansionError.None;
        }

        JsonElement result = row.GetProperty("result");
        string expected = result.ValueKind == JsonValueKind.Array ? string.Join(' ', result.EnumerateArray().Select(word => word.GetString())) : result.GetString()!;
        bool agrees = actual == new ExpandedText(expected, Certainty.Known);
        TestContext.Out.WriteLine(agrees ? "" : $"{text}: '{actual}', expected '{expected}'");
        return agrees;
    }

    private static ExpandedText Expand(string word) => new VariableExpander('\\', LookUp).Expand(word);

    private static ExpandedText? LookUp(string name) => Variables.TryGetValue(name, out ExpandedText value) ? value : null;
}
