using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>What came after the edition that a project holds on to fails no run.</summary>
internal sealed class EditionTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _folder.Write("Dockerfile", "FROM debian:13\nUSER 1\n");
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("", "", 1)]
    [TestCase("edition: 2026.1", "", 0)]
    [TestCase("edition: 2026.2", "", 1)]
    [TestCase("edition: latest", "", 1)]
    [TestCase("edition: 2026.1", "--edition latest", 1)]
    [TestCase("", "--edition 2026.1", 0)]
    public void A_later_rule_is_reported_and_fails_no_run(string configuration, string options, int exitCode)
    {
        _folder.Write(".dockerfile-lint.yaml", configuration);
        var later = new FromRule(
            new RuleDescriptor("ACME1", "later", "Later.", Severity.Error) { Edition = new Edition(2026, 2) }
        );

        CommandLineRun run = Start(later, options);

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().Contain("error  ACME1 later" + (exitCode == 0 ? " (preview)\n" : "\n"));
    }

    [TestCase("--edition 2026.1", "info  ACME1", 0)]
    [TestCase("--edition 2026.2", "error  ACME1", 1)]
    [TestCase("", "error  ACME1", 1)]
    public void A_raised_severity_is_what_it_was(string options, string heading, int exitCode)
    {
        var raised = new FromRule(
            new RuleDescriptor("ACME1", "raised", "Raised.", Severity.Error)
            {
                Raised = (new Edition(2026, 2), Severity.Info),
            }
        );

        CommandLineRun run = Start(raised, options);

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().Contain(heading);
    }

    [Test]
    public void A_configuration_that_asks_for_the_rule_gets_it()
    {
        _folder.Write(".dockerfile-lint.yaml", "edition: 2026.1\nrules: {ACME1: warning}\n");
        var raised = new FromRule(
            new RuleDescriptor("ACME1", "raised", "Raised.", Severity.Error)
            {
                Raised = (new Edition(2026, 2), Severity.Off),
            }
        );

        Start(raised, "").Output.Should().Contain("warning  ACME1");
    }

    [TestCase("2026")]
    [TestCase("2026.0")]
    [TestCase("26.1")]
    [TestCase("next")]
    public void What_is_no_edition_is_wrong_usage(string edition) =>
        CommandLineRun
            .Start(_folder.Path, ".", "--edition", edition)
            .Error.Should()
            .Be($"error: --edition: '{edition}' is neither latest nor an edition such as 2026.1.\n");

    private CommandLineRun Start(Rule rule, string options) =>
        CommandLineRun.Start(
            _folder.Path,
            [".", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            standardInput: "",
            rules => rules.Add(rule)
        );

    private sealed class FromRule(RuleDescriptor descriptor) : DockerfileRule
    {
        public override RuleDescriptor Descriptor => descriptor;

        public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context) =>
            context.Report(instruction.Span, new DiagnosticMessage(descriptor.Messages[0]));
    }
}
