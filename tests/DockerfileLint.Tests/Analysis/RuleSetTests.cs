using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
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
    public void An_option_has_its_default_until_it_is_set()
    {
        RuleSet rules = Default.Add(new OptionRule());
        RuleSet changed = rules
            .WithOption(OptionRule.Shared, "max-length", "7")
            .WithOption(OptionRule.Shared, "letter-case", "upper-case")
            .WithOption(OptionRule.Shared, "strict", "true")
            .WithOption(OptionRule.Shared, "names", " a,b ,,c")
            .WithOption(OptionRule.Shared, "title", "x,y")
            .With(OptionRule.Shared, Severity.Error);

        rules.GetOption(OptionRule.Shared, OptionRule.MaxLength).Should().Be(5, "a set never changes");
        rules.GetOption(OptionRule.Shared, OptionRule.LetterCase).Should().Be(LetterCase.AsWritten);
        rules.GetOption(OptionRule.Shared, OptionRule.Names).Should().Equal("default");
        changed.GetOption(OptionRule.Shared, OptionRule.MaxLength).Should().Be(7);
        changed.GetOption(OptionRule.Shared, OptionRule.LetterCase).Should().Be(LetterCase.UpperCase);
        changed.GetOption(OptionRule.Shared, OptionRule.Strict).Should().BeTrue();
        changed.GetOption(OptionRule.Shared, OptionRule.Names).Should().Equal("a", "b", "c");
        changed.GetOption(OptionRule.Shared, OptionRule.Title).Should().Be("x,y");
    }

    [TestCase("max-length", "0", "a whole number from 1 to 9")]
    [TestCase("max-length", "10", "a whole number from 1 to 9")]
    [TestCase("max-length", "many", "a whole number from 1 to 9")]
    [TestCase("depth", "1.5", "a whole number from 1 up")]
    [TestCase("offset", "1", "a whole number up to 0")]
    [TestCase("count", "", "a whole number")]
    [TestCase("strict", "yes", "true or false")]
    [TestCase("letter-case", "UpperCase", "as-written, upper-case")]
    public void A_value_that_an_option_cannot_have_is_refused_with_those_that_it_can(
        string option,
        string value,
        string allowed
    )
    {
        Action set = () => Default.Add(new OptionRule()).WithOption(OptionRule.Shared, option, value);

        set.Should()
            .Throw<ArgumentException>()
            .WithMessage($"'{value}' is no value of the option '{option}' of XX0002. Allowed: {allowed}.*")
            .WithParameterName(nameof(value));
    }

    [Test]
    public void An_option_that_a_rule_does_not_have_is_refused_with_those_that_it_has()
    {
        Action other = () => Default.WithOption(Find("DL3026"), "colour", "red");
        Action none = () => Default.WithOption(Find("DL3025"), "colour", "red");

        other
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("DL3026 has no option 'colour'. Its options: trusted-registries.*")
            .WithParameterName("name");
        none.Should().Throw<ArgumentException>().WithMessage("DL3025 has no options.*");
    }

    [Test]
    public void An_option_is_read_by_the_rule_that_lists_it_alone()
    {
        Action get = () => Default.GetOption(Find("DL3026"), OptionRule.Strict);

        get.Should()
            .Throw<ArgumentException>()
            .WithMessage("The descriptor of DL3026 does not list the option 'strict'.*");
    }

    [Test]
    public void A_default_outside_its_bounds_is_a_mistake()
    {
        Action make = () => RuleOption.Integer("max-length", 0, minimum: 1);

        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void A_rule_of_another_assembly_reads_its_options_while_it_runs()
    {
        RuleSet rules = Default.Add(new OptionRule()).WithOption(OptionRule.Shared, "max-length", "3");

        Lint.Run("FROM a:1\nSTOPSIGNAL INT\nSTOPSIGNAL TERM\n", new LintOptions { Rules = rules })
            .Findings.Where(finding => finding.Rule == OptionRule.Shared)
            .Select(finding => finding.Message.ToString())
            .Should()
            .Equal("'TERM' is longer than '3'.");
    }

    [TestCase("DL3002", "own-rule", "'DL3002' is taken by 'DL3002 last-user-is-root'")]
    [TestCase("dl3002", "own-rule", "'dl3002' is taken by 'DL3002 last-user-is-root'")]
    [TestCase("XX0001", "last-user-is-root", "'last-user-is-root' is taken by 'DL3002 last-user-is-root'")]
    [TestCase("JSONArgsRecommended", "own-rule", "'JSONArgsRecommended' is taken by 'DL3025 shell-form-command'")]
    [TestCase("sc2086", "own-rule", "'sc2086' has the form of ShellCheck's ids")]
    public void A_rule_that_would_make_a_lookup_ambiguous_is_refused(string id, string name, string reason)
    {
        Action add = () => Default.Add(new BareRule(new RuleDescriptor(id, name, "Own.", Severity.Info)));

        add.Should()
            .Throw<ArgumentException>()
            .WithMessage($"The rule '{id} {name}' cannot be added: {reason}. Ids and names lead to one rule*");
    }

    [Test]
    public void An_id_in_another_tool_is_no_id_of_a_rule_here()
    {
        var rule = new RuleDescriptor("XX0001", "own-rule", "Own.", Severity.Info)
        {
            Aliases = [new RuleAlias("kics", ["dl3002"])],
        };
        Action add = () => Default.Add(new BareRule(rule));

        add.Should().Throw<ArgumentException>().WithMessage("*'DL3002' is taken by 'DL3002 last-user-is-root'*");
    }

    [Test]
    public void Two_rules_can_share_an_id_in_another_tool()
    {
        var rule = new RuleDescriptor("XX0001", "own-rule", "Own.", Severity.Info)
        {
            Aliases = [new RuleAlias("trivy", ["DS-0001"])],
        };

        Default
            .Add(new BareRule(rule))
            .Find("DS-0001")
            .Select(found => found.Id)
            .Should()
            .Equal("DL3006", "DL3007", "XX0001");
    }

    [Test]
    public void A_rule_is_added_once()
    {
        Action together = () => Default.Add(new OptionRule(), new OptionRule());
        Action apart = () => Default.Add(new OptionRule()).Add(new OptionRule());

        together.Should().Throw<ArgumentException>().WithMessage("*'XX0002' is taken by 'XX0002 option-rule'*");
        apart.Should().Throw<ArgumentException>().WithMessage("*'XX0002' is taken by 'XX0002 option-rule'*");
    }

    [Test]
    public void An_own_rule_that_is_off_comes_on_as_a_warning()
    {
        var rule = new RuleDescriptor("XX0001", "own-rule", "Own.", Severity.Off);
        RuleSet rules = Default.Add(new BareRule(rule));

        rules.IsEnabled(rule).Should().BeFalse();
        rules.Select([rule]).GetSeverity(rule).Should().Be(Severity.Warning);
    }

    [Test]
    public void A_preset_that_does_not_exist_is_a_mistake()
    {
        Action load = () => Preset.Load("none");

        load.Should().Throw<ArgumentException>().WithMessage("There is no preset 'none'. Presets: all, *");
    }

    private sealed class BareRule(RuleDescriptor descriptor) : DockerfileRule
    {
        public override RuleDescriptor Descriptor => descriptor;
    }

    private enum LetterCase
    {
        AsWritten,
        UpperCase,
    }

    private sealed class OptionRule : DockerfileRule
    {
        internal static readonly RuleOption<int> MaxLength = RuleOption.Integer("max-length", 5, 1, 9);
        internal static readonly RuleOption<bool> Strict = RuleOption.Boolean("strict", defaultValue: false);
        internal static readonly RuleOption<string> Title = RuleOption.Text("title", "");
        internal static readonly RuleOption<ImmutableArray<string>> Names = RuleOption.List("names", "default");
        internal static readonly RuleOption<LetterCase> LetterCase = RuleOption.Choice(
            "letter-case",
            RuleSetTests.LetterCase.AsWritten
        );

        internal static readonly RuleDescriptor Shared = new(
            "XX0002",
            "option-rule",
            "'{0}' is longer than '{1}'.",
            Severity.Warning
        )
        {
            Title = "A rule with options",
            Summary = "A rule with options.",
            Category = "tool",
            Options =
            [
                MaxLength,
                Strict,
                Title,
                Names,
                LetterCase,
                RuleOption.Integer("depth", 1, minimum: 1),
                RuleOption.Integer("offset", 0, maximum: 0),
                RuleOption.Integer("count", 0),
            ],
            HelpUri = "https://example.org/XX0002",
        };

        public override RuleDescriptor Descriptor => Shared;

        public override void VisitStopsignal(StopsignalInstructionSyntax instruction, DockerfileRuleContext context)
        {
            int max = context.GetOption(MaxLength);
            if (instruction.Signal is { } signal && signal.Text.Length > max)
            {
                context.Report(
                    signal.Span,
                    new DiagnosticMessage(Shared.Messages[0], signal.Text, max.ToString(CultureInfo.InvariantCulture))
                );
            }
        }
    }

    private static Rule GetEnabled(RuleSet rules, RuleDescriptor rule) =>
        rules.EnabledRules.Single(enabled => enabled.Descriptor == rule);

    private static RuleDescriptor Find(string id) => Default.Descriptors.Single(rule => rule.Id == id);
}
