using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Site;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.RulePages;

/// <summary>The examples of the rule pages are what the linter really says.</summary>
public sealed class RulePageExampleTests
{
    /// <summary>Follows <c>bad</c> where the example's bytes are not UTF-8.</summary>
    private const string Latin1 = "encoding=latin1";

    /// <summary>Follows <c>bad</c> or <c>good</c> where the example is a stack.</summary>
    private const string Swarm = "target=swarm";

    /// <summary>
    /// Precedes the lines of the <c>.dockerignore</c> beside the example, with commas between them, or
    /// <see cref="NoDockerignore"/>. Without it nothing is known of the files beside the example.
    /// </summary>
    private const string Dockerignore = "dockerignore=";

    /// <summary>There is none.</summary>
    private const string NoDockerignore = "none";

    /// <summary>Precedes the line of the <c>.env</c> beside the example; nothing else is there then.</summary>
    private const string EnvironmentFile = "env=";

    private static IEnumerable<TestCaseData> Pages() =>
        RulePageFile.ReadAll().Select(page => new TestCaseData(page).SetArgDisplayNames(page.FileName));

    [TestCaseSource(nameof(Pages))]
    public void Bad_examples_give_exactly_the_marked_findings(object page)
    {
        foreach (RulePageExample example in ((RulePageFile)page).Examples.Where(example => example.IsBad))
        {
            CaretMarks expected = CaretMarks.Parse(example.Text);
            expected
                .Marks.Should()
                .NotBeEmpty(
                    $"{example} is a bad example, so a caret line such as '#    ^^^^ {example.Page.Id}' must mark "
                        + $"what is bad"
                );
            expected
                .Marks.Should()
                .OnlyContain(mark => mark.Id == example.Page.Id, $"{example} marks findings of its own rule only");

            string actual = CaretMarks.Render(expected.Text, Lint(example, expected.Text));

            Compare(actual, CaretMarks.Render(expected.Text, expected.Marks), example);
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void A_finding_says_what_is_wrong_and_what_to_do_in_a_sentence_each(object page)
    {
        foreach (RulePageExample example in ((RulePageFile)page).Examples.Where(example => example.IsBad))
        {
            foreach (Finding finding in FindAll(example, CaretMarks.Parse(example.Text).Text))
            {
                DiagnosticMessage message = finding.Message;
                message.ToString().Length.Should().BeLessThanOrEqualTo(100, $"'{message}' is read in one look");
                message.Help.Should().NotBeNullOrEmpty($"'{message}' leaves the reader alone");
            }
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void Good_examples_give_no_finding_of_the_rule(object page)
    {
        foreach (RulePageExample example in ((RulePageFile)page).Examples.Where(example => !example.IsBad))
        {
            CaretMarks text = CaretMarks.Parse(example.Text);
            text.Marks.Should().BeEmpty($"{example} is a good example");

            string actual = CaretMarks.Render(text.Text, Lint(example, text.Text));

            Compare(actual, text.Text, example);
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void Fixed_examples_are_what_the_fixes_make_of_the_bad_ones(object page)
    {
        var file = (RulePageFile)page;
        file.FixedExamples.Any()
            .Should()
            .Be(file.Descriptor.IsFixable, $"rules/{file.FileName} shows a fix where its front matter has 'fix'");
        foreach ((RulePageExample bad, string expected) in file.FixedExamples)
        {
            var options = new FixOptions { AllowsUnsafe = true, Rules = [file.Descriptor] };
            (SourceFile source, Language kind) = CreateFile(bad, CaretMarks.Parse(bad.Text).Text);

            FixResult result = new FixEngine(CreateLinter(bad), options).Fix(
                Project.Create(GetFiles(bad)).WithDocument(source, kind),
                source.Path,
                kind
            );

            result.After!.Text.ToString().Should().Be(expected, $"this is what becomes of {bad}");
            result.Refused.Should().BeEmpty($"a page shows fixes that work, as {bad} is to");
        }
    }

    // In full, so that an author can paste what is right.
    private static void Compare(string actual, string expected, RulePageExample example)
    {
        if (actual != expected)
        {
            Assert.Fail($"{example} is marked as\n\n{expected}\nbut {example.Page.Id} reports\n\n{actual}");
        }
    }

    private static IEnumerable<CaretMark> Lint(RulePageExample example, string text) =>
        from finding in FindAll(example, text)
        from place in finding.Diagnostic.GetPlaces()
        select CaretMark.From(place.File.Text, place.Span, finding.Rule.Id);

    private static IEnumerable<Finding> FindAll(RulePageExample example, string text)
    {
        (SourceFile file, Language kind) = CreateFile(example, text);
        FileResult result = CreateLinter(example)
            .Lint(Project.Create(GetFiles(example)).WithDocument(file, kind), file.Path);
        result.Notifications.Should().BeEmpty($"nothing crashes on {example}");
        return result.Findings.Where(finding => finding.Rule.Id == example.Page.Id && finding.Suppression is null);
    }

    private static (SourceFile File, Language Language) CreateFile(RulePageExample example, string text)
    {
        Language kind =
            example.Kind
            ?? throw new InvalidOperationException(
                $"{example} is in '{example.Language}', but examples are in 'dockerfile' or 'yaml'."
            );
        var file = new SourceFile(
            kind == Language.Dockerfile ? "Dockerfile" : "compose.yaml",
            GetSourceText(example, text)
        );
        return (file, kind);
    }

    private static SourceText GetSourceText(RulePageExample example, string text) =>
        example.Settings.Contains(Latin1) ? SourceText.From(Encoding.Latin1.GetBytes(text)) : SourceText.From(text);

    private static InMemoryFiles? GetFiles(RulePageExample example) =>
        example.Settings.FirstOrDefault(setting => setting.StartsWith(EnvironmentFile, StringComparison.Ordinal))
            is { } variable
            ? new InMemoryFiles { [".env"] = variable[EnvironmentFile.Length..] + "\n" }
        : example.Settings.FirstOrDefault(setting => setting.StartsWith(Dockerignore, StringComparison.Ordinal))
            is not { } setting
            ? null
        : setting[Dockerignore.Length..] is var lines && lines == NoDockerignore ? new InMemoryFiles()
        : new InMemoryFiles { [".dockerignore"] = lines.Replace(',', '\n') };

    private static Linter CreateLinter(RulePageExample example)
    {
        RuleDescriptor rule = example.Page.Descriptor;
        RuleSet rules = Preset.Load(Preset.Default);
        if (rules.GetSeverity(rule) == Severity.Off)
        {
            rules = rules.With(rule, rule.EnabledSeverity);
        }

        foreach (
            string setting in example.Settings.Where(setting =>
                setting is not (Latin1 or Swarm)
                && !setting.StartsWith(Dockerignore, StringComparison.Ordinal)
                && !setting.StartsWith(EnvironmentFile, StringComparison.Ordinal)
            )
        )
        {
            rules = RuleSettings.Apply(rules, rule, setting);
        }

        return new Linter(
            new LintOptions
            {
                Rules = rules,
                Target = example.Settings.Contains(Swarm) ? ComposeTarget.Swarm : ComposeTarget.Compose,
            }
        );
    }
}
