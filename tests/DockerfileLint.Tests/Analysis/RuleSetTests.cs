using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
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
    public void An_option_has_its_default_until_it_is_set()
    {
        RuleDescriptor rule = Find("DL3025");
        RuleSet changed = Default.WithOption(rule, "compatibility", "hadolint").With(rule, Severity.Error);

        Default.GetOption(rule, "compatibility").Should().Be("default");
        changed
            .GetOption(rule, "compatibility")
            .Should()
            .Be("hadolint", "a severity that is set later does not undo it");
        changed.GetSeverity(rule).Should().Be(Severity.Error);
        changed.GetOption(Find("DL3002"), "compatibility").Should().Be("default");
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

    private static RuleDescriptor Find(string id) => Default.Descriptors.Single(rule => rule.Id == id);
}
