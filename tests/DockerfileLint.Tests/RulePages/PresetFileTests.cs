using System.Text;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.RulePages;

/// <summary>The presets that follow from what the pages say of each rule.</summary>
public sealed class PresetFileTests
{
    /// <summary>Says in one finding what rules of their own say in presets that ask for them.</summary>
    private const string Summary = "DC3020";

    private const string UnknownBase = "unknown-base";

    [Test]
    public void The_cis_preset_has_the_rules_that_name_a_section_of_the_benchmark()
    {
        var text = new StringBuilder(
            "# What the CIS Docker Benchmark asks for: the rules whose pages name a section of it, which stands "
                + "behind each. Written by the tests.\nrules:\n  \"*\": off\n\n  # What cannot be read cannot be "
                + "judged.\n"
        );
        foreach (
            RuleDescriptor rule in RuleCatalog.Descriptors.Where(rule =>
                rule is { Kind: RuleKind.Parser, IsBuildError: true } && rule.Cis.IsEmpty
            )
        )
        {
            text.Append($"  {rule.Id}: on\n");
        }

        text.Append('\n');
        foreach (RuleDescriptor rule in RuleCatalog.Descriptors.Where(rule => !rule.Cis.IsEmpty))
        {
            text.Append($"  {rule.Id}: {Write(rule, "on")} # {string.Join(", ", rule.Cis)}\n");
        }

        Verify("cis", text.ToString());
    }

    [Test]
    public void The_strict_preset_raises_what_concerns_security_and_reliability()
    {
        var text = new StringBuilder(
            "# The default, with every rule about security and reliability on, and at least a warning. Written by "
                + "the tests.\nrules:\n"
        );
        foreach (
            RuleDescriptor rule in RuleCatalog.Descriptors.Where(rule =>
                rule.Kind != RuleKind.Notification && (IsRaised(rule) || HasUnknownBase(rule))
            )
        )
        {
            text.Append(
                $"  {rule.Id}: {(rule.Id == Summary ? "off" : Write(rule, IsRaised(rule) ? "warning" : "on"))}\n"
            );
        }

        Verify("strict", text.ToString());
    }

    [Test]
    public void The_security_preset_raises_limits_and_hardening()
    {
        RuleSet rules = Preset.Load("security");
        foreach (string id in new[] { "DC3004", "DC3005", "DC4001", "DC4002", "DC4003" })
        {
            rules.GetSeverity(rules.Find(id).Single()).Should().Be(Severity.Warning, id);
        }
    }

    [TestCase("default", true)]
    [TestCase("strict", false)]
    [TestCase("security", false)]
    [TestCase("cis", false)]
    public void What_a_service_lacks_is_said_in_one_finding_or_in_one_for_each(string preset, bool isSummary)
    {
        RuleSet rules = Preset.Load(preset);
        foreach (string id in new[] { "DC3004", "DC3005", "DC4001", "DC4002", "DC4003" })
        {
            (rules.GetSeverity(rules.Find(id).Single()) == Severity.Off).Should().Be(isSummary, id);
        }

        (rules.GetSeverity(rules.Find(Summary).Single()) == Severity.Off).Should().Be(!isSummary);
    }

    [TestCase("default", Severity.Off, Severity.Info)]
    [TestCase("kubernetes", Severity.Warning, Severity.Warning)]
    public void That_a_user_is_a_number_matters_to_Kubernetes(string preset, Severity named, Severity dropsRoot)
    {
        RuleSet rules = Preset.Load(preset);

        rules.GetSeverity(rules.Find("DL3066").Single()).Should().Be(named);
        rules.GetSeverity(rules.Find("DL5001").Single(), "drops-root").Should().Be(dropsRoot);
    }

    [TestCase("DL3000", Severity.Warning, Severity.Error)]
    [TestCase("DL3004", Severity.Warning, Severity.Error)]
    [TestCase("DL3020", Severity.Info, Severity.Error)]
    [TestCase("DL3024", Severity.Warning, Severity.Error)]
    [TestCase("DL4000", Severity.Info, Severity.Error)]
    [TestCase("DL4004", Severity.Warning, Severity.Error)]
    public void What_hadolint_calls_an_error_and_builds_is_none_by_default(string id, Severity own, Severity hadolint)
    {
        RuleDescriptor rule = RuleCatalog.Descriptors.Single(rule => rule.Id == id);

        Preset.Load("default").GetSeverity(rule).Should().Be(own);
        Preset.Load("hadolint").GetSeverity(rule).Should().Be(hadolint);
    }

    /// <summary>The setting, which asks of a rule what may lie in a base image that nothing is known of.</summary>
    private static string Write(RuleDescriptor rule, string severity) =>
        HasUnknownBase(rule) ? $"{{severity: {severity}, options: {{{UnknownBase}: true}}}}" : severity;

    private static bool HasUnknownBase(RuleDescriptor rule) => rule.Options.Any(option => option.Name == UnknownBase);

    private static bool IsRaised(RuleDescriptor rule) =>
        rule.Tags.Any(tag => tag is "security" or "reliability")
        && rule.DefaultSeverity is (Severity.Off or Severity.Style or Severity.Info);

    private static void Verify(string preset, string expected)
    {
        string path = Path.Combine(RulePageFile.Folder, "presets", preset + ".yaml");
        if (Baseline.IsUpdating)
        {
            File.WriteAllText(path, expected);
        }

        File.ReadAllText(path)
            .ReplaceLineEndings("\n")
            .Should()
            .Be(expected, "the file follows from the rule pages (run the tests once with UPDATE_BASELINES=1)");
        if (!Baseline.IsUpdating)
        {
            Preset.Load(preset).EnabledRules.Should().NotBeEmpty();
        }
    }
}
