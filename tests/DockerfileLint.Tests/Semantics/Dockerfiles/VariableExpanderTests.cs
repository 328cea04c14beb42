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

    [Test]
    public void Every_case_of_the_reference_builder_comes_out_as_there()
    {
        int count = 0;
        foreach (string line in File.ReadLines(SharedTools.GetPath("exam/buildkit-parse.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            string kind = row.GetProperty("kind").GetString()!;
            if (kind is not ("expansion" or "expansion-words"))
            {
                continue;
            }

            count++;
            string id = row.GetProperty("id").GetString()!;
            string text = row.GetProperty("text").GetString()!;
            var environment = row.GetProperty("env")
                .EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);
            bool isValid = row.GetProperty("valid").GetBoolean();
            if (kind == "expansion-words")
            {
                ExpandedWords words = CreateExpander(environment).ExpandToWords(text);
                (words.Error == ExpansionError.None).Should().Be(isValid, id);
                words
                    .Values.Should()
                    .Equal(
                        isValid
                            ? [.. row.GetProperty("result").EnumerateArray().Select(word => word.GetString()!)]
                            : [],
                        id
                    );
                continue;
            }

            ExpandedText expanded = CreateExpander(environment).Expand(text);
            (expanded.Error == ExpansionError.None).Should().Be(isValid, id);
            expanded.Text.Should().Be(isValid ? row.GetProperty("result").GetString() : "", id);
            if (row.TryGetProperty("matched", out JsonElement matched))
            {
                ILookup<bool, string> names = CreateExpander(environment)
                    .FindVariables(text, keepsQuotes: false)
                    .ToLookup(reference => reference.Variable.State == VariableState.Set, reference => reference.Name);
                names[true]
                    .Distinct()
                    .Should()
                    .BeEquivalentTo(matched.EnumerateArray().Select(name => name.GetString()), id);
                names[false]
                    .Distinct()
                    .Should()
                    .BeEquivalentTo(row.GetProperty("unmatched").EnumerateArray().Select(name => name.GetString()), id);
            }
        }

        count.Should().BePositive();
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

    private static VariableExpander CreateExpander(Dictionary<string, string> environment) =>
        new('\\', LookUp(environment), new ExpansionBudget(AnalysisBudget.Default.MaxExpandedCharacters));

    private static Func<string, Variable> LookUp(Dictionary<string, string> environment) =>
        name =>
            environment.TryGetValue(name, out string? value)
                ? new Variable(value, Certainty.Known, VariableState.Set)
                : Variable.Undefined;
}
