using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Configuration;

/// <summary>What a <c>.dockerfile-lint.yaml</c> says, and what is said of one with mistakes.</summary>
internal sealed class ConfigurationFileTests
{
    private static readonly RuleSet Rules = Preset.Load(Preset.Default);

    [Test]
    public void Every_key_is_read()
    {
        ConfigurationFile file = Read(
            """
            extends: strict
            edition: 2026.1
            target: swarm
            fail-on: none
            min-severity: info
            min-precision: high
            trusted-images: [docker.io/library/*]
            files:
              dockerfile: "*.df"
              compose: [stacks/*.yml]
            exclude: [vendor/]
            honor-comments: [trivy]
            rules:
              DL3002: off
            overrides:
              - files: [legacy/]
                rules: {DL3004: error}
            suppressions:
              - rules: [DL3008]
                files: [legacy/]
                reason: Ends with the year.
                until: 2027-01-31
            """
        );

        file.Problems.Should().BeEmpty();
        ConfigurationLayer layer = file.Layers.Should().ContainSingle().Subject;
        foreach (System.Reflection.PropertyInfo property in Properties())
        {
            object? value = property.GetValue(layer);
            value.Should().NotBeNull(property.Name);
            if (value is System.Collections.IEnumerable list)
            {
                list.Cast<object>().Should().NotBeEmpty(property.Name);
            }
        }
    }

    [Test]
    public void Nothing_is_set_by_an_empty_file_or_by_a_key_without_a_value()
    {
        foreach (
            string text in (string[])["", "# later\n", string.Concat(ConfigurationKeys.All.Select(key => key + ":\n"))]
        )
        {
            ConfigurationFile file = Read(text);

            file.Problems.Should().BeEmpty();
            ConfigurationLayer layer = file.Layers.Should().ContainSingle().Subject;
            Properties()
                .Select(property => property.GetValue(layer))
                .Should()
                .OnlyContain(value => value == null || !((System.Collections.IEnumerable)value).Cast<object>().Any());
        }
    }

    [TestCase("[|rulez|]: {}", "'rulez' is not a key of this configuration.", "Did you mean 'rules'?")]
    [TestCase(
        "[|presets|]: strict",
        "'presets' is not a key of this configuration.",
        "Use one of these keys: 'extends,"
    )]
    [TestCase("fail-on: [|wrning|]", "'wrning' is not a value of 'fail-on'.", "Did you mean 'warning'?")]
    [TestCase("target: [|[swarm]|]", "'target' is given 'a list', but takes 'a text'.", "Change the value")]
    [TestCase("edition: [|2026|]", "'2026' is not a value of 'edition'.", "'2026.1, latest'")]
    [TestCase("rules: {[|DL9999|]: off}", "There is no rule 'DL9999'.", "dockerfile-lint rules")]
    [TestCase("rules: {[|last-user-is-rot|]: off}", "There is no rule 'last-user-is-rot'.", "'last-user-is-root'?")]
    [TestCase("rules: {DL3002: [|of|]}", "'of' is not a value of 'DL3002'.", "Did you mean 'off'?")]
    [TestCase(
        "rules: {DL3002: {[|level|]: off}}",
        "'level' is not a key of this configuration.",
        "'severity, behaviour"
    )]
    [TestCase("rules: {DL3002: [|[off]|]}", "'DL3002' is given 'a list'", "Change")]
    [TestCase("rules: {DL1000: [|off|]}", "'DL1000' says that a file is broken", "Remove")]
    [TestCase("rules: {DL3002: {options: {[|max|]: 3}}}", "'DL3002' has no options.", "Remove")]
    [TestCase(
        "rules: {DL3026: {options: {[|trusted-registry|]: 3}}}",
        "'trusted-registry' is not an option of 'DL3026'.",
        "'trusted-registries'"
    )]
    [TestCase("rules: {DL3057: {behaviour: [|hadolit|]}}", "'hadolit' is not a value of 'behaviour'.", "'hadolint'?")]
    [TestCase("overrides: [[|{rules: {DL3002: off}}|]]", "'files' is missing here.", "Add 'files'.")]
    [TestCase("suppressions: [[|{reason: a}|]]", "'rules' is missing here.", "Add 'rules'.")]
    [TestCase("suppressions: [{rules: [[|DL1000|]]}]", "'DL1000' says that a file is broken", "Remove")]
    [TestCase("suppressions: [{rules: [DL3002], until: [|soon|]}]", "'until' is given 'soon'", "2027-01-31")]
    [TestCase("suppressions: [{rules: [DL3002], [|untill|]: 2027-01-31}]", "'untill' is not a key", "'until'?")]
    [TestCase("honor-comments: [[|trivi|]]", "'trivi' is not a value of 'honor-comments'.", "'trivy'?")]
    [TestCase("files: {[|dockerfiles|]: []}", "'dockerfiles' is not a key", "'dockerfile'?")]
    [TestCase("extends: [|stict|]", "'stict' cannot be extended", "all, buildkit")]
    [TestCase("extends: [strict, [|./gone.yaml|]]", "'it does not exist'", "Name a preset")]
    public void A_mistake_has_its_place_and_says_what_is_allowed(string marked, string message, string help)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        ConfigurationFile file = Read(marked.Remove(end + 2, 2).Remove(start, 2));

        Notification problem = file.Problems.Should().ContainSingle().Subject;
        problem.Rule.Id.Should().Be("DL9003");
        problem.Message.ToString().Should().Contain(message);
        problem.Message.Help.Should().Contain(help);
        problem.Location!.Span.Should().Be(TextSpan.FromBounds(start, end));
        file.IsValid.Should().BeFalse();
    }

    [Test]
    public void A_suppression_works_on_its_last_day_and_is_told_afterwards()
    {
        const string Text = "suppressions: [{rules: [DL3002], until: 2027-01-31}]";

        Read(Text, new DateTimeOffset(2027, 1, 31, 23, 0, 0, TimeSpan.Zero)).Problems.Should().BeEmpty();
        ConfigurationFile over = Read(Text, new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero));

        over.Layers[0].Suppressions.Should().BeEmpty();
        over.IsValid.Should().BeTrue();
        over.Problems.Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
    }

    [Test]
    public void A_pattern_changes_all_rules_but_what_says_that_a_file_is_broken()
    {
        RuleSet rules = Read("rules: {'DL*': off, DL3002: error}").ApplyTo(Rules);

        rules.GetSeverity(Rules.Find("DL1000").Single()).Should().NotBe(Severity.Off);
        rules.GetSeverity(Rules.Find("DL3004").Single()).Should().Be(Severity.Off);
        rules.GetSeverity(Rules.Find("DL3002").Single()).Should().Be(Severity.Error);
    }

    [Test]
    public void Extended_files_are_weaker_and_read_once()
    {
        var files = new Dictionary<string, string>
        {
            ["a"] = "extends: ./c\nrules: {DL3002: info}\nfail-on: error",
            ["b"] = "extends: [security, ./c]\nrules: {DL3002: style}",
            ["c"] = "rules: {DL3002: error}\ntrusted-images: [c]\n",
        };
        ConfigurationFile file = Read("extends: [./a, ./b]\ntrusted-images: [d]\n", files: files);

        file.Problems.Should().BeEmpty();
        file.Layers.Should().HaveCount(4);
        file.Presets.Select(preset => preset.Value).Should().Equal("security");
        file.Find(layer => layer.FailOn)!.Value.Should().Be(Severity.Error);
        file.Collect(layer => layer.TrustedImages).Select(image => image.Value).Should().Equal("c", "d");
        file.ApplyTo(Rules).GetSeverity(Rules.Find("DL3002").Single()).Should().Be(Severity.Style);
    }

    [Test]
    public void Files_that_extend_each_other_in_a_circle_or_without_end_are_refused()
    {
        var circle = new Dictionary<string, string> { ["a"] = "extends: ./b", ["b"] = "extends: ./a" };
        var chain = Enumerable.Range(0, 100).ToDictionary(i => $"f{i}", i => $"extends: ./f{i + 1}");
        var wide = Enumerable.Range(0, 100).ToDictionary(i => $"f{i}", _ => "");
        string all = $"extends: [{string.Join(", ", wide.Keys.Select(name => "./" + name))}]";

        Read("extends: ./a", files: circle).Problems.Should().ContainSingle().Which.Path.Should().Be("b");
        Read("extends: ./f0", files: chain).Problems.Should().ContainSingle().Which.Path.Should().Be("f7");
        Read(all, files: wide).Problems.Should().HaveCount(100 - AnalysisBudget.MaxConfigurationFiles + 1);
    }

    [Test]
    public void A_list_that_costs_something_at_each_file_has_an_end()
    {
        string entry = "{files: [a], rules: {DL3002: off}}";

        Read($"overrides: [{string.Join(", ", Enumerable.Repeat(entry, AnalysisBudget.MaxConfigurationEntries))}]")
            .Problems.Should()
            .BeEmpty();
        Read($"overrides: [{string.Join(", ", Enumerable.Repeat(entry, AnalysisBudget.MaxConfigurationEntries + 1))}]")
            .Problems.Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .Be("'overrides' has more than '1000' entries.");
    }

    [Test]
    public void A_file_longer_than_any_that_people_write_is_not_read()
    {
        string text = new string('#', AnalysisBudget.MaxConfigurationLength) + "\n";

        Read(text)
            .Problems.Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .Contain("cannot be read: 'it has more than 1048576 characters'.");
        HadolintConfigurationFile
            .Read(new SourceFile(".hadolint.yaml", SourceText.From(text)), Preset.Load("hadolint"))
            .IsValid.Should()
            .BeFalse();
    }

    private static IEnumerable<System.Reflection.PropertyInfo> Properties() =>
        typeof(ConfigurationLayer)
            .GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
            .Where(property => property.Name != "EqualityContract");

    private static ConfigurationFile Read(
        string text,
        DateTimeOffset? today = null,
        Dictionary<string, string>? files = null
    ) =>
        ConfigurationFile.Read(
            new SourceFile(".dockerfile-lint.yaml", SourceText.From(text)),
            "",
            Rules,
            today,
            (_, name) =>
                files?.GetValueOrDefault(name[2..]) is { } extended
                    ? new ExtendedFile(name, new SourceFile(name[2..], SourceText.From(extended)), Problem: null)
                    : new ExtendedFile(name, File: null, "it does not exist")
        );
}
