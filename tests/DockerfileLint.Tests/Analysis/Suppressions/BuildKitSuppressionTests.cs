using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis.Suppressions;

public sealed class BuildKitSuppressionTests
{
    private static string WithMaintainer(string comment) => $"FROM scratch\n{comment}MAINTAINER x\n";

    private static IEnumerable<Finding> Run(string text, string preset = "buildkit") =>
        Lint.Run(text, new LintOptions { Rules = Preset.Load(preset) })
            .Findings.Where(diagnostic => diagnostic.Suppression is null);

    [TestCase("# check=skip=MaintainerDeprecated\n")]
    [TestCase("#check=skip=all;error=true\n")]
    [TestCase("# check=skip=A,MaintainerDeprecated free text\n")]
    [TestCase("# check=skip=MaintainerDeprecated\n\n# more\n")]
    [TestCase("# check=skip=A\n#\n# check=skip=all\n")]
    public void A_comment_above_the_instruction_works(string comment) =>
        Run(WithMaintainer(comment)).Should().BeEmpty();

    [TestCase("# check=skip=A, MaintainerDeprecated\n", TestName = "Only_up_to_the_first_blank")]
    [TestCase(" # check=skip=all\n", TestName = "Not_where_it_is_indented")]
    [TestCase("# check=skip=A\n# check=skip=all\n", TestName = "Not_the_second_one")]
    [TestCase("# check=skip=all\n#\n", TestName = "Not_above_a_comment_without_text")]
    [TestCase("# check=skip=all;foo=bar\n", TestName = "Not_with_an_option_that_cannot_be_read")]
    [TestCase("RUN <<EOF\n# check=skip=all\nEOF\n", TestName = "Not_in_a_heredoc")]
    [TestCase("# check=skip=all;skip=A\n", TestName = "Only_the_last_of_repeated_keys")]
    public void Otherwise_it_does_not(string comment) =>
        Run(WithMaintainer(comment)).Should().ContainSingle().Which.Rule.Id.Should().Be("DL4000");

    [TestCase("# check=skip=all\n")]
    [TestCase("# syntax=docker/dockerfile:1\n# check=skip=all\n")]
    [TestCase("#!/usr/bin/env docker\n# check=skip=all\n")]
    public void The_directive_covers_the_file(string header) => Run(header + WithMaintainer("")).Should().BeEmpty();

    [TestCase("# comment\n# check=skip=all\n")]
    [TestCase("\n# check=skip=all\n")]
    [TestCase("  # check=skip=all\n")]
    public void Below_the_header_or_indented_it_is_no_directive(string header) =>
        Run(header + WithMaintainer("")).Should().ContainSingle();

    [TestCase("# check=skip=DuplicateStageName\n", "")]
    [TestCase("", "# check=skip=DuplicateStageName\n")]
    public void Checks_of_the_whole_file_know_the_directive_alone(string header, string comment)
    {
        string text = $"{header}FROM scratch AS a\n{comment}FROM scratch AS a\n";

        Run(text).Any().Should().Be(header.Length == 0);
        Run(text, Preset.Default)
            .Should()
            .NotContain(
                diagnostic => diagnostic.Rule.Id == "DL3024",
                "without the exact behaviour the comment works, too"
            );
    }

    [TestCase("skip")]
    [TestCase("skip=all;sikp=all")]
    [TestCase("error=yes")]
    public void An_option_that_cannot_be_read_fails_the_build(string value) =>
        Run($"# check={value}\nFROM scratch\n", Preset.Default)
            .Should()
            .Contain(diagnostic => diagnostic.Rule.Id == "DL1003" && diagnostic.Severity == Severity.Error);

    [Test]
    public void In_a_comment_it_is_a_warning() =>
        Run("FROM scratch\n# check=sikp=all\nWORKDIR /\n", Preset.Default)
            .Should()
            .Contain(diagnostic => diagnostic.Rule.Id == "DL1003" && diagnostic.Severity == Severity.Warning);

    [Test]
    public void A_remark_is_no_option() =>
        Run("FROM scratch\n# check=out the size\nWORKDIR /\n", Preset.Default)
            .Should()
            .NotContain(diagnostic => diagnostic.Rule.Id == "DL1003");
}
