using System.Text.Json;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose;

internal sealed class InterpolatorTests
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["SET"] = "v",
        ["EMPTY"] = "",
    };

    private static string Expand(string raw, out List<VariableReference> references)
    {
        references = [];
        return Interpolator.Expand(raw, LookUp(Values), references, out _);
    }

    private static Func<string, ComposeVariable> LookUp(Dictionary<string, string> values) =>
        name => new ComposeVariable(values.TryGetValue(name, out string? value) ? value : null, Certainty.Known, null);

    /// <summary>
    /// What the reference loader makes of a text, or its error after <c>error:</c>; further cases of its own tests are
    /// among the shared files.
    /// </summary>
    private static IEnumerable<TestCaseData> LoaderCases()
    {
        foreach (
            (string template, string expected) in new[]
            {
                ("plain $$ and $SET", "plain $ and v"),
                ("${SET}:${EMPTY}:${NONE}", "v::"),
                ("${NONE:-a b}/${EMPTY:-c}/${EMPTY-c}", "a b/c/"),
                ("${SET:+x}${EMPTY:+x}${EMPTY+y}${NONE+z}", "xy"),
                ("${NONE:-${SET:-d}}", "v"),
                ("${NONE:?give one}", "error:required variable NONE is missing a value: give one"),
                ("${EMPTY:?}", "error:required variable EMPTY is missing a value: "),
            }
        )
        {
            yield return new TestCaseData(template, Values, expected).SetArgDisplayNames(template);
        }

        foreach (string line in SharedFiles.ReadLines("exam/compose-interp.jsonl"))
        {
            using var document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            yield return new TestCaseData(
                row.GetProperty("template").GetString()!,
                row.GetProperty("env")
                    .EnumerateObject()
                    .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!),
                row.TryGetProperty("error", out JsonElement error)
                    ? $"error:{error.GetString()}"
                    : row.GetProperty("expected").GetString()!
            ).SetArgDisplayNames(row.GetProperty("id").GetString()!);
        }
    }

    [TestCaseSource(nameof(LoaderCases))]
    public void A_text_becomes_what_the_reference_loader_makes_of_it(
        string template,
        Dictionary<string, string> values,
        string expected
    )
    {
        var references = new List<VariableReference>();
        string text = Interpolator.Expand(template, LookUp(values), references, out Certainty certainty);

        VariableReference demanding = references.SingleOrDefault(reference => reference.Demand is not null);
        if (demanding.Demand is { } demand)
        {
            text = $"error:required variable {demanding.Name} is missing a value: {demand}";
        }
        else
        {
            certainty.Should().Be(Certainty.Known);
        }

        text.Should().Be(expected);
    }

    [TestCase("${SET:-d}", "v")]
    [TestCase("${SET+r}", "r")]
    [TestCase("${EMPTY:+r}", "")]
    [TestCase("${EMPTY+r}", "r")]
    [TestCase("${EMPTY:-d}", "d")]
    [TestCase("${EMPTY?e}", "")]
    [TestCase("${NONE}x$NONE", "x")]
    [TestCase("${NONE:-${EMPTY:-${SET}}}", "v")]
    [TestCase("${NONE:-{\"a\": {}}}", "{\"a\": {}}")]
    [TestCase("$$SET $${SET} $1 $", "$SET ${SET} $1 $")]
    [TestCase("${SET:+$$}", "$")]
    public void Operators_choose_by_what_is_set(string raw, string expected) =>
        Expand(raw, out _).Should().Be(expected);

    [TestCase("${")]
    [TestCase("${}")]
    [TestCase("${ A}")]
    [TestCase("${A!}")]
    [TestCase("${A:x}")]
    [TestCase("${A:}")]
    [TestCase("${1}")]
    [TestCase("x${A:-${B!}}")]
    public void What_cannot_be_read_is_known_as_such(string raw)
    {
        Expand(raw, out List<VariableReference> references);
        references.Should().Contain(reference => reference.Operator == VariableOperator.Malformed);
    }

    [Test]
    public void Values_of_an_environment_file_follow_its_quotes_and_comments()
    {
        const string Text =
            "# comment\nA=plain # comment\nexport B='single ${A} # kept'\nC=\"double ${A}\\n\\$x\"\nD: "
            + "yaml\nE=\nF=${A}-${NOWHERE:-d}\nG=\"two\nlines\"\nH\nA2=a#b\nI=${NOWHERE}\n";
        ComposeEnvironment environment = ReadEnvironment(Text);
        string?[] values =
        [
            .. new[] { "A", "B", "C", "D", "E", "F", "G", "H", "A2", "I" }.Select(name =>
                environment.LookUp(name).Value
            ),
        ];
        values
            .Should()
            .Equal(
                "plain",
                "single ${A} # kept",
                "double plain\n$x",
                "yaml",
                "",
                "plain-d",
                "two\nlines",
                null,
                "a#b",
                null
            );
        environment.LookUp("A").Certainty.Should().Be(Certainty.Default);
        environment.LookUp("B").Span!.Value.GetText().Should().Be("B");
    }

    [Test]
    public void Variables_that_double_each_other_stay_small()
    {
        string text =
            "V0=xxxxxxxxxxxxxxxx\n"
            + string.Concat(Enumerable.Range(1, 60).Select(i => $"V{i}=${{V{i - 1}}}${{V{i - 1}}}\n"));
        ComposeEnvironment environment = ReadEnvironment(text);
        environment.LookUp("V8").Value.Should().HaveLength(4096);
        environment.LookUp("V60").Certainty.Should().Be(Certainty.Unknown);
        Interpolator
            .Expand(
                string.Concat(Enumerable.Repeat("$V12", 100)),
                environment.LookUp,
                references: null,
                out Certainty certainty
            )
            .Length.Should()
            .BeLessThan(3 << 20);
        certainty.Should().Be(Certainty.Unknown);
    }

    private static ComposeEnvironment ReadEnvironment(string text) =>
        ComposeEnvironment.Empty.With(
            [new SourceFile(".env", SourceText.From(text))],
            new ExpansionAllowance(AnalysisBudget.Default.MaxExpandedCharacters),
            CancellationToken.None
        );
}
