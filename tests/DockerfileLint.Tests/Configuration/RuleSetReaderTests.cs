using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Configuration;

/// <summary>The <c>rules</c> of a preset: what can be set, and where a mistake stands.</summary>
internal sealed class RuleSetReaderTests
{
    private static readonly RuleSet Default = Preset.Load(Preset.Default);

    [TestCase("error", Severity.Error)]
    [TestCase("{severity: info}", Severity.Info)]
    [TestCase("off", Severity.Off)]
    public void A_rule_is_given_a_severity(string setting, Severity severity) =>
        Read($"DL3026: {setting}").GetSeverity(Find("DL3026")).Should().Be(severity);

    [TestCase("hadolint", RuleBehaviour.Hadolint)]
    [TestCase("buildkit", RuleBehaviour.BuildKit)]
    [TestCase("own", RuleBehaviour.Own)]
    public void A_rule_is_given_a_behaviour(string text, RuleBehaviour behaviour) =>
        Read($"DL3025: {{severity: error, behaviour: {text}}}").GetBehaviour(Find("DL3025")).Should().Be(behaviour);

    [TestCase("ghcr.io,docker.io")]
    [TestCase("[ghcr.io, docker.io]")]
    public void A_list_is_a_text_or_a_sequence(string list)
    {
        var option = (RuleOption<ImmutableArray<string>>)Find("DL3026").Options.Single();

        Read($"DL3026: {{options: {{trusted-registries: '{list}'}}}}".Replace("'[", "[").Replace("]'", "]"))
            .GetOption(Find("DL3026"), option)
            .Should()
            .Equal("ghcr.io", "docker.io");
    }

    [TestCase("DL9999: error", "2:3: 'DL9999' names no rule.")]
    [TestCase(
        "DL3025: fatal",
        "2:11: 'fatal' is no severity; allowed are error, warning, info, style, off, on and default."
    )]
    [TestCase("DL3025: {weight: 3}", "2:12: 'weight: 3' is none of 'severity', 'behaviour' and 'options'.")]
    [TestCase(
        "DL3025: {behaviour: kics}",
        "2:23: 'kics' is no behaviour of DL3025; allowed are own, hadolint, buildkit."
    )]
    [TestCase("DL5001: {behaviour: hadolint}", "2:23: 'hadolint' is no behaviour of DL5001; allowed are own.")]
    [TestCase("DL3025: {options: {colour: red}}", "2:22: 'colour' is no option of DL3025, which has none.")]
    [TestCase(
        "DL3050: {options: {colour: red}}",
        "2:22: 'colour' is no option of DL3050; its options are label-schema, strict-labels."
    )]
    [TestCase(
        "DL3050: {options: {strict-labels: maybe}}",
        "2:37: 'maybe' is no value of 'strict-labels'; allowed: true or false."
    )]
    [TestCase(
        "DL3050: {options: {strict-labels: [true]}}",
        "2:37: '[true]' is no value of 'strict-labels'; allowed: true or false."
    )]
    [TestCase(
        "DL3050: {options: {label-schema: [[a]]}}",
        "2:36: '[[a]]' is no value of 'label-schema'; allowed: a list of texts."
    )]
    public void A_mistake_is_named_with_its_place_and_what_is_allowed(string entry, string problem)
    {
        Action read = () => Read(entry);

        read.Should().Throw<FormatException>().WithMessage($"test.yaml:{problem}");
    }

    private static RuleSet Read(string entry) =>
        RuleSetReader.Apply(
            YamlSyntaxTree.Parse(new SourceFile("test.yaml", SourceText.From($"rules:\n  {entry}\n"))),
            Default
        );

    private static RuleDescriptor Find(string id) => Default.Descriptors.Single(rule => rule.Id == id);
}
