using System.Text.Json;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

internal sealed class VariableExpanderTests
{
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["FILE"] = "archive.tar.gz",
        ["DIR"] = "/opt/app/bin",
        ["EMPTY"] = "",
        ["GLOB"] = "a*b",
        ["LIST"] = " one  two ",
    };

    /// <summary>
    /// What the reference builder makes of a word; more cases, of its own tests, are among the shared files.
    /// </summary>
    private static IEnumerable<TestCaseData> BuilderCases() =>
        new[]
        {
            Case("plain", "plain"),
            Case("$FILE", "archive.tar.gz", set: ["FILE"]),
            Case("${FILE}$DIR", "archive.tar.gz/opt/app/bin", set: ["FILE", "DIR"]),
            Case("$NONE", "", unset: ["NONE"]),
            Case("a${NONE}b", "ab", unset: ["NONE"]),
            Case("$FILE.bak $FILES", "archive.tar.gz.bak ", set: ["FILE"], unset: ["FILES"]),
            Case("\\$FILE", "$FILE"),
            Case("'$FILE'", "$FILE"),
            Case("\"$FILE\"", "archive.tar.gz", set: ["FILE"]),
            Case("\"\\$FILE\"", "$FILE"),
            Case("${NONE:-default}", "default", unset: ["NONE"]),
            Case("${EMPTY:-default}", "default", set: ["EMPTY"]),
            Case("${EMPTY-default}", "", set: ["EMPTY"]),
            Case("${FILE:+set}", "set", set: ["FILE"]),
            Case("${EMPTY:+set}", "", set: ["EMPTY"]),
            Case("${EMPTY+set}", "set", set: ["EMPTY"]),
            Case("${FILE:?must be set}", "archive.tar.gz", set: ["FILE"]),
            Case("${NONE:-${DIR}}", "/opt/app/bin", set: ["DIR"], unset: ["NONE"]),
            Case("${EMPTY:?must be set}", null),
            Case("${NONE?}", null),
            Case("${", null),
            Case("${FILE", null),
            Case("${FILE:!x}", null),
            Words("$LIST", "one", "two"),
            Words("\"$LIST\"", " one  two "),
            Words("$FILE:$LIST.", "archive.tar.gz:", "one", "two", "."),
            Words("a b'c d'", "a", "bc d"),
            Words("$EMPTY"),
        }
            .Concat(SharedFiles.ReadLines("exam/buildkit-parse.jsonl").SelectMany(ReadCase))
            .Select(builderCase => new TestCaseData(builderCase).SetArgDisplayNames(builderCase.Id));

    [TestCaseSource(nameof(BuilderCases))]
    public void A_word_becomes_what_the_reference_builder_makes_of_it(object builderCase)
    {
        (_, string text, Dictionary<string, string> environment, string? value, string[]? words, bool isValid, _, _) =
            (BuilderCase)builderCase;
        if (words is not null)
        {
            ExpandedWords split = CreateExpander(environment).ExpandToWords(text);
            (split.Error == ExpansionError.None).Should().Be(isValid);
            split.Values.Should().Equal(words);
            return;
        }

        ExpandedText expanded = CreateExpander(environment).Expand(text);
        (expanded.Error == ExpansionError.None).Should().Be(isValid);
        expanded.Text.Should().Be(value);
    }

    [TestCaseSource(nameof(BuilderCases))]
    public void The_variables_of_a_word_are_those_that_the_reference_builder_finds(object builderCase)
    {
        var expected = (BuilderCase)builderCase;
        ILookup<bool, string> names = CreateExpander(expected.Environment)
            .FindVariables(expected.Text, keepsQuotes: false)
            .ToLookup(reference => reference.Variable.State == VariableState.Set, reference => reference.Name);

        if (expected.Set is not null)
        {
            names[true].Distinct().Should().BeEquivalentTo(expected.Set);
            names[false].Distinct().Should().BeEquivalentTo(expected.Unset);
        }
    }

    [TestCase("${FILE%.*}", "archive.tar")]
    [TestCase("${FILE%%.*}", "archive")]
    [TestCase("${FILE#*.}", "tar.gz")]
    [TestCase("${FILE##*.}", "gz")]
    [TestCase("${FILE%nothing}", "archive.tar.gz")]
    [TestCase("${FILE#archiv?}", ".tar.gz")]
    [TestCase("${GLOB#a\\*}", "b")]
    [TestCase("${DIR/app/tool}", "/opt/tool/bin")]
    [TestCase("${DIR//\\//-}", "-opt-app-bin")]
    [TestCase("${DIR/p*p/x}", "/ox/bin")]
    [TestCase("${FILE//[a]/x}", "archive.tar.gz")]
    [TestCase("${FILE/%/x}", "archive.tar.gz")]
    [TestCase("${EMPTY/*/x}", "x")]
    [TestCase("${FILE#${FILE%.gz}}", ".gz")]
    [TestCase("\"${FILE%.gz}\"'$FILE'", "archive.tar$FILE")]
    public void A_pattern_cuts_or_replaces_the_value(string word, string expected) =>
        CreateExpander(Environment).Expand(word).Should().Be(new ExpandedText(expected, Certainty.Known));

    [TestCase("${FILE", ExpansionError.InvalidVariable)]
    [TestCase("${FILE/a}", ExpansionError.InvalidVariable)]
    [TestCase("${FILE#\\a}", ExpansionError.InvalidVariable)]
    [TestCase("${FILE:%a}", ExpansionError.InvalidVariable)]
    [TestCase("${FILE^}", ExpansionError.InvalidVariable)]
    [TestCase("${NONE:-\"a}", ExpansionError.UnclosedQuote)]
    [TestCase("${EMPTY:?}", ExpansionError.MissingVariable)]
    [TestCase("${NONE?give one}", ExpansionError.MissingVariable)]
    public void A_word_that_the_builder_refuses_has_an_error(string word, ExpansionError error) =>
        CreateExpander(Environment).Expand(word).Error.Should().Be(error);

    [Test]
    public void The_escape_character_of_the_file_escapes() =>
        new VariableExpander(
            '`',
            LookUp(Environment),
            new ExpansionBudget(AnalysisBudget.Default.MaxExpandedCharacters)
        )
            .Expand("C:\\`$FILE\\\"`\"\"")
            .Text.Should()
            .Be("C:\\$FILE\\\"");

    [Test]
    public void A_variable_is_split_only_outside_quotes() =>
        CreateExpander(Environment)
            .ExpandToWords("x$LIST\"$LIST\" y${EMPTY}")
            .Values.Should()
            .Equal("x", "one", "two", " one  two ", "y");

    [Test]
    public void Variables_are_found_where_they_stand_and_in_the_words_of_modifiers()
    {
        const string Word = "$FILE-${NONE:-${DIR#$EMPTY}}";
        CreateExpander(Environment)
            .FindVariables(Word, keepsQuotes: false)
            .Select(reference => (reference.Name, reference.Start, reference.Variable.State, reference.IsUnsetHandled))
            .Should()
            .Equal(
                ("FILE", Word.IndexOf("FILE", StringComparison.Ordinal), VariableState.Set, false),
                ("NONE", Word.IndexOf("NONE", StringComparison.Ordinal), VariableState.Undefined, true),
                ("DIR", Word.IndexOf("DIR", StringComparison.Ordinal), VariableState.Set, false),
                ("EMPTY", Word.IndexOf("EMPTY", StringComparison.Ordinal), VariableState.Set, false)
            );
    }

    [TestCase(VariableState.Undefined, Certainty.Known, "${X-d}", "d", Certainty.Known)]
    [TestCase(VariableState.Undefined, Certainty.Unknown, "${X:-d}", "d", Certainty.Default)]
    [TestCase(VariableState.Undefined, Certainty.Unknown, "${X:?}", "", Certainty.Unknown)]
    [TestCase(VariableState.Declared, Certainty.Unknown, "${X:-d}", "d", Certainty.Default)]
    [TestCase(VariableState.Declared, Certainty.Unknown, "a$X", "a", Certainty.Unknown)]
    [TestCase(VariableState.Declared, Certainty.Unknown, "${X:+d}", "", Certainty.Unknown)]
    [TestCase(VariableState.Set, Certainty.Default, "${X:-d}", "v", Certainty.Default)]
    [TestCase(VariableState.Set, Certainty.Default, "${X:+d}", "d", Certainty.Default)]
    [TestCase(VariableState.Set, Certainty.Unknown, "${X#v}", "", Certainty.Unknown)]
    [TestCase(VariableState.Set, Certainty.Known, "${X:-$Y}", "v", Certainty.Known)]
    public void Certainty_is_that_of_what_takes_part(
        VariableState state,
        Certainty certainty,
        string word,
        string expected,
        Certainty expectedCertainty
    )
    {
        var variable = new Variable(state == VariableState.Set ? "v" : "", certainty, state);
        new VariableExpander(
            '\\',
            name => name == "X" ? variable : Variable.External,
            new ExpansionBudget(AnalysisBudget.Default.MaxExpandedCharacters)
        )
            .Expand(word)
            .Should()
            .Be(new ExpandedText(expected, expectedCertainty));
    }

    [Test]
    public void A_hostile_word_is_unknown_rather_than_slow()
    {
        var environment = new Dictionary<string, string> { ["A"] = new('a', 60_000) };
        string deep = string.Concat(Enumerable.Repeat("${B:-", 100_000)) + new string('}', 100_000);
        foreach (
            string word in new[]
            {
                "$A$A",
                deep,
                "\"" + deep + "\"",
                "${A//" + string.Concat(Enumerable.Repeat("*a", 20_000)) + "b/}",
                "${A//a/$A}",
                string.Concat(Enumerable.Repeat("$A", 100_000)),
            }
        )
        {
            CreateExpander(environment).Expand(word).Should().Be(new ExpandedText("", Certainty.Unknown));
        }
    }

    private static BuilderCase Case(string text, string? value, string[]? set = null, string[]? unset = null) =>
        value is null
            ? new(text, text, Environment, "", Words: null, IsValid: false, Set: null, Unset: null)
            : new(text, text, Environment, value, Words: null, IsValid: true, set ?? [], unset ?? []);

    private static BuilderCase Words(string text, params string[] words) =>
        new($"words of {text}", text, Environment, Value: null, words, IsValid: true, Set: null, Unset: null);

    private static IEnumerable<BuilderCase> ReadCase(string line)
    {
        using var document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        string kind = row.GetProperty("kind").GetString()!;
        if (kind is not ("expansion" or "expansion-words"))
        {
            yield break;
        }

        bool isValid = row.GetProperty("valid").GetBoolean();
        bool isWords = kind == "expansion-words";
        JsonElement result = row.GetProperty("result");
        yield return new BuilderCase(
            row.GetProperty("id").GetString()!,
            row.GetProperty("text").GetString()!,
            row.GetProperty("env")
                .EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!),
            isWords ? null
                : isValid ? result.GetString()
                : "",
            !isWords ? null
                : isValid ? ReadNames(result)
                : [],
            isValid,
            row.TryGetProperty("matched", out JsonElement matched) ? ReadNames(matched) : null,
            row.TryGetProperty("unmatched", out JsonElement unmatched) ? ReadNames(unmatched) : null
        );
    }

    private static string[] ReadNames(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static VariableExpander CreateExpander(Dictionary<string, string> environment) =>
        new('\\', LookUp(environment), new ExpansionBudget(AnalysisBudget.Default.MaxExpandedCharacters));

    private static Func<string, Variable> LookUp(Dictionary<string, string> environment) =>
        name =>
            environment.TryGetValue(name, out string? value)
                ? new Variable(value, Certainty.Known, VariableState.Set)
                : Variable.Undefined;

    // A word and what it becomes: one value, or words where it is split; the variables in it that are set and the
    // others, where somebody says.
    private sealed record BuilderCase(
        string Id,
        string Text,
        Dictionary<string, string> Environment,
        string? Value,
        string[]? Words,
        bool IsValid,
        string[]? Set,
        string[]? Unset
    );
}
