using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

internal sealed class RuleSetTests
{
    private static readonly RuleSet Default = Preset.Load(Preset.Default);

    [TestCase("DL3002", "DL3002")]
    [TestCase("dl3002", "DL3002")]
    [TestCase("last-user-is-root", "DL3002")]
    [TestCase("Last-User-Is-Root", "DL3002")]
    [TestCase("JSONArgsRecommended", "DL3025")]
    [TestCase("no-such-rule", null)]
    [TestCase("", null)]
    public void A_rule_is_found_by_id_name_and_other_tools_ids(string idOrName, string? id) =>
        Default.Find(idOrName).Select(rule => rule.Id).Should().Equal(id is null ? [] : [id]);

    [Test]
    public void An_id_of_another_tool_can_stand_for_several_rules() =>
        Default.Find("DS-0001").Select(rule => rule.Id).Should().Equal("DL3006", "DL3007");

    [Test]
    public void A_severity_is_for_all_tiers_of_one_rule()
    {
        RuleDescriptor noUser = Find("DL5001");
        RuleSet changed = Default.With(noUser, Severity.Error);

        changed.GetSeverity(noUser).Should().Be(Severity.Error);
        changed.GetSeverity(noUser, "unknown-base").Should().Be(Severity.Error);
        changed.GetSeverity(Find("DL3002")).Should().Be(Severity.Warning);
        Default.GetSeverity(noUser, "unknown-base").Should().Be(Severity.Info, "a set never changes");
    }

    [Test]
    public void A_rule_that_is_off_is_not_enabled()
    {
        RuleSet changed = Default.With(Find("DL5001"), Severity.Off);

        changed.IsEnabled(Find("DL5001")).Should().BeFalse();
        changed
            .EnabledRules.Should()
            .NotContain(rule => rule.Descriptor.Id == "DL5001")
            .And.HaveCount(Default.EnabledRules.Count() - 1);
    }

    [Test]
    public void Selected_rules_run_alone_but_for_what_breaks_the_build()
    {
        RuleSet selected = Default.Select([Find("DL3002"), Find("DL3004")]);

        selected.EnabledRules.Select(rule => rule.Descriptor.Id).Should().Equal("DL3002", "DL3004");
        selected.GetSeverity(Find("DL3002")).Should().Be(Severity.Warning);
        selected.GetSeverity(Find("DL1000")).Should().Be(Severity.Error);
        selected.GetSeverity(Find("DL1002")).Should().Be(Severity.Off);
    }

    [Test]
    public void A_selected_rule_that_is_off_comes_on_at_its_own_severity()
    {
        RuleDescriptor rule =
            Default.Descriptors.FirstOrDefault(rule => rule.DefaultSeverity == Severity.Off && rule.Tiers.IsEmpty)
            ?? Find("DL3002");

        Default
            .With(rule, Severity.Off)
            .Select([rule])
            .GetSeverity(rule)
            .Should()
            .Be(rule.EnabledSeverity)
            .And.NotBe(Severity.Off);
    }

    [Test]
    public void A_rule_has_its_own_behaviour_until_another_is_set()
    {
        RuleDescriptor rule = Find("DL3025");
        RuleSet changed = Default.WithBehaviour(rule, RuleBehaviour.Hadolint).With(rule, Severity.Error);

        Default.GetBehaviour(rule).Should().Be(RuleBehaviour.Own);
        changed.GetBehaviour(rule).Should().Be(RuleBehaviour.Hadolint, "a severity that is set later does not undo it");
        changed.GetSeverity(rule).Should().Be(Severity.Error);
        changed.GetBehaviour(Find("DL3002")).Should().Be(RuleBehaviour.Own);
        changed.WithBehaviour(rule, RuleBehaviour.Own).GetBehaviour(rule).Should().Be(RuleBehaviour.Own);
    }

    [Test]
    public void The_behaviour_decides_which_class_of_a_rule_runs()
    {
        RuleDescriptor rule = Find("DL3025");

        GetEnabled(Default, rule).Should().BeOfType<DockerfileLint.Rules.Instructions.ShellFormCommand>();
        GetEnabled(Default.WithBehaviour(rule, RuleBehaviour.Hadolint), rule)
            .Should()
            .BeOfType<DockerfileLint.Rules.Hadolint.ShellFormCommand>();
        GetEnabled(Default.WithBehaviour(rule, RuleBehaviour.BuildKit), rule)
            .Should()
            .BeOfType<DockerfileLint.Rules.BuildKit.ShellFormCommand>();
    }

    [Test]
    public void A_behaviour_that_differs_in_comments_alone_has_no_class()
    {
        RuleDescriptor rule = Find("DL3043");

        GetEnabled(Default.WithBehaviour(rule, RuleBehaviour.Hadolint), rule)
            .Should()
            .BeOfType<DockerfileLint.Rules.Instructions.InvalidOnbuildTrigger>();
    }

    [Test]
    public void A_behaviour_that_the_page_does_not_declare_is_a_mistake()
    {
        Action set = () => Default.WithBehaviour(Find("DL3002"), RuleBehaviour.BuildKit);

        set.Should()
            .Throw<ArgumentException>()
            .WithMessage("DL3002 has no behaviour 'BuildKit'. Its behaviours: Own, Hadolint.*");
    }

    [TestCase("hadolint", RuleBehaviour.Hadolint)]
    [TestCase("buildkit", RuleBehaviour.BuildKit)]
    public void A_preset_for_a_peer_sets_its_behaviour_wherever_there_is_one(string preset, RuleBehaviour behaviour)
    {
        RuleSet rules = Preset.Load(preset);

        rules
            .Descriptors.Where(rule => rules.GetBehaviour(rule) == behaviour)
            .Should()
            .Equal(rules.Descriptors.Where(rule => rule.Behaviours.Contains(behaviour)));
    }

    [Test]
    public void An_option_that_no_page_declares_is_a_mistake()
    {
        Action get = () => Default.GetOption(Find("DL3025"), "colour");

        get.Should().Throw<ArgumentException>().WithMessage("DL3025 has no option 'colour'.*");
    }

    [Test]
    public void A_preset_that_does_not_exist_is_a_mistake()
    {
        Action load = () => Preset.Load("none");

        load.Should().Throw<ArgumentException>().WithMessage("There is no preset 'none'. Presets: all, *");
    }

    private static Rule GetEnabled(RuleSet rules, RuleDescriptor rule) =>
        rules.EnabledRules.Single(enabled => enabled.Descriptor == rule);

    private static RuleDescriptor Find(string id) => Default.Descriptors.Single(rule => rule.Id == id);
}
