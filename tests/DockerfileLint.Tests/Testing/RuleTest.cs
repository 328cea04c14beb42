using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Text;
using FluentAssertions;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// Base of the tests of one rule: a text with <c>[|marks|]</c> says what the rule must report, and nothing else.
/// </summary>
/// <param name="id">The rule.</param>
/// <param name="kind">The language that the rule judges.</param>
internal abstract class RuleTest(string id, FileKind kind = FileKind.Dockerfile)
{
    /// <summary>The rule.</summary>
    protected RuleDescriptor Rule { get; } = RuleCatalog.Descriptors.Single(rule => rule.Id == id);

    /// <summary>Lints a file with this rule alone and compares the findings with the marks.</summary>
    /// <param name="markup">The marked text; its marks are <c>[|span|]</c>.</param>
    /// <param name="settings">Options of the rule, <c>name=value</c> each.</param>
    /// <returns>The findings in text order.</returns>
    protected IReadOnlyList<Diagnostic> Verify(string markup, params string[] settings) =>
        Verify(markup, files: null, settings);

    /// <summary>
    /// Lints a file that others lie beside with this rule alone and compares the findings with the marks.
    /// </summary>
    /// <param name="markup">The marked text; its marks are <c>[|span|]</c>.</param>
    /// <param name="files">The files beside it.</param>
    /// <param name="settings">Options of the rule, <c>name=value</c> each.</param>
    /// <param name="path">The file's path.</param>
    /// <returns>The findings in text order.</returns>
    protected IReadOnlyList<Diagnostic> Verify(
        string markup,
        ISourceFiles? files,
        string[] settings,
        string? path = null
    )
    {
        // Selecting keeps what breaks the build; it counts in a text that marks findings of other rules.
        MarkedText text = MarkedText.Parse(markup, id);
        RuleSet rules = Preset.Load(Preset.Default).Select([Rule]);
        rules = text.Marks.Any(mark => mark.Rule != id)
            ? rules
            : rules
                .Descriptors.Where(other => other.Kind == RuleKind.Parser && other.Id != id)
                .Aggregate(rules, (current, other) => current.With(other, Severity.Off));
        foreach (string setting in settings)
        {
            string[] parts = setting.Split('=', 2);
            Rule.Options.Should().Contain(option => option.Name == parts[0]);
            rules = rules.WithOption(Rule, parts[0], parts[1]);
        }

        rules.IsEnabled(Rule).Should().BeTrue("a rule that is off never speaks");
        return Verify(text, rules, files, path);
    }

    /// <summary>Lints a file with all rules of a preset and compares the findings with the marks.</summary>
    /// <param name="markup">
    /// The marked text; its marks are <c>[|span|]</c> for this rule and <c>{|ID:span|}</c> for others.
    /// </param>
    /// <param name="preset">Name of the preset.</param>
    protected IReadOnlyList<Diagnostic> VerifyAll(string markup, string preset = Preset.Default) =>
        Verify(MarkedText.Parse(markup, id), Preset.Load(preset));

    private IReadOnlyList<Diagnostic> Verify(
        MarkedText text,
        RuleSet rules,
        ISourceFiles? files = null,
        string? path = null
    )
    {
        SourceFile file = path is null
            ? Lint.CreateFile(text.Text, kind)
            : new SourceFile(path, SourceText.From(text.Text));
        FileResult result = new Linter(new LintOptions { Rules = rules }).Lint(file, kind, files);
        text.Verify(result);
        return result.Diagnostics;
    }
}

/// <summary>Lints a text that is no file.</summary>
internal static class Lint
{
    private static readonly Linter Default = new();

    internal static FileResult Run(string text, LintOptions? options = null, FileKind kind = FileKind.Dockerfile) =>
        (options is null ? Default : new Linter(options)).Lint(CreateFile(text, kind), kind);

    internal static SourceFile CreateFile(string text, FileKind kind = FileKind.Dockerfile) =>
        new(kind == FileKind.Dockerfile ? "Dockerfile" : "compose.yaml", SourceText.From(text));
}
