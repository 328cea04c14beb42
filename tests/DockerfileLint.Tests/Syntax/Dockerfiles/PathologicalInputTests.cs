using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

/// <summary>
/// Files made to take long, to recurse deep or to grow: they end, and with a result that makes sense.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PathologicalInputTests
{
    [Test]
    public void A_megabyte_of_open_here_documents()
    {
        FileResult result = LintAndCheck("FROM a:1\n" + string.Concat(Enumerable.Repeat("RUN <<A\n", 131_072)));

        result.Findings.Count(finding => finding.Rule.Id == "DL1000").Should().BeGreaterThan(1);
    }

    [Test]
    public void A_megabyte_of_here_documents_in_one_line()
    {
        FileResult result = LintAndCheck(
            "FROM a:1\nRUN "
                + string.Concat(Enumerable.Repeat("<<A ", 10_000))
                + "\n"
                + string.Concat(Enumerable.Repeat("b\n", 100_000))
        );

        result.Findings.Should().Contain(finding => finding.Rule.Id == "DL1000");
    }

    [Test]
    public void A_hundred_thousand_stages_on_top_of_each_other()
    {
        var text = new StringBuilder("FROM a:1 AS s0\nUSER root\n");
        for (int i = 0; i < 100_000; i++)
        {
            text.Append($"FROM s{i} AS s{i + 1}\n");
        }

        FileResult result = LintAndCheck(text.ToString());

        result
            .Findings.Should()
            .ContainSingle(finding => finding.Rule.Id == "DL3002", "the user comes down the whole chain")
            .Which.Location.Span.Start.Should()
            .Be(20);
    }

    [Test]
    public void Ten_thousand_stages_that_look_for_a_variable_below_them()
    {
        var text = new StringBuilder("FROM a:1 AS s0\n");
        for (int i = 0; i < 10_000; i++)
        {
            text.Append($"FROM s{i} AS s{i + 1}\nENV A=$A$B\n");
        }

        LintAndCheck(text + "ENV B=c\nUSER $A\n").Notifications.Should().BeEmpty();
    }

    [Test]
    public void A_value_that_doubles_from_line_to_line() =>
        LintAndCheck(
            "FROM scratch\nENV A=0123456789\n"
                + string.Concat(Enumerable.Repeat("ENV A=$A$A\n", 60))
                + "USER $A\nWORKDIR $A\n"
        )
            .Findings.Should()
            .NotContain(finding => finding.Rule.Id == "DL3002");

    [Test]
    public void Many_long_values_in_one_word()
    {
        string word = string.Concat(Enumerable.Repeat("$A", 20_000));
        LintAndCheck($"FROM scratch\nENV A={new string('a', 60_000)}\nENV B={word} C={word}\nUSER $B\n")
            .Notifications.Should()
            .BeEmpty();
    }

    [TestCase("${A:-")]
    [TestCase("${A:+\"")]
    [TestCase("\"${A-")]
    public void Variables_nested_a_hundred_thousand_deep(string open)
    {
        // Beyond the depth that is read, the value is unknown; the line alone is over the builder's limit.
        FileResult result = LintAndCheck(
            "FROM scratch\nENV A=" + string.Concat(Enumerable.Repeat(open, 100_000)) + "\n"
        );

        result.Findings.Should().Contain(finding => finding.Rule.Id == "DL1000");
    }

    [TestCase("RUN ")]
    [TestCase("CMD ")]
    [TestCase("COPY ")]
    public void Arrays_nested_a_hundred_thousand_deep(string instruction)
    {
        foreach (string open in (string[])["[", "[\"a\",[", "[{\"a\":"])
        {
            InstructionSyntax parsed = DockerfileSyntaxTree
                .Parse(instruction + string.Concat(Enumerable.Repeat(open, 100_000)))
                .Root.Instructions.Should()
                .ContainSingle()
                .Which;

            parsed.DescendantNodesAndSelf().OfType<CommandSyntax>().Should().NotContain(command => command.IsExecForm);
            LintAndCheck(instruction + string.Concat(Enumerable.Repeat(open, 100_000)));
        }
    }

    [TestCase("$(")]
    [TestCase("`")]
    [TestCase("\"$(")]
    [TestCase("${A:-$(")]
    [TestCase("((")]
    [TestCase("$((")]
    [TestCase("<(")]
    [TestCase("case x in ")]
    [TestCase("\"")]
    [TestCase("if ")]
    [TestCase("\\")]
    public void Shell_nested_a_hundred_thousand_deep(string open) =>
        LintAndCheck("FROM a:1\nRUN " + string.Concat(Enumerable.Repeat(open, 100_000)) + " sudo x\n")
            .Findings.Should()
            .NotBeEmpty();

    [Test]
    public void A_chain_of_ONBUILD()
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse(
            "FROM a:1\n" + string.Concat(Enumerable.Repeat("ONBUILD ", 100_000)) + "RUN b\n"
        );

        tree.Root.DescendantNodesAndSelf().Should().HaveCountLessThan(10);
        tree.Diagnostics.Should()
            .ContainSingle(diagnostic => diagnostic.Rule.Id == "DL1007")
            .Which.Message.Template.Id.Should()
            .Be("onbuild-trigger");
    }

    [Test]
    public void A_hundred_thousand_commands_that_run_each_other() =>
        LintAndCheck("FROM a:1\nRUN " + string.Concat(Enumerable.Repeat("sudo ", 100_000)) + "sh -c 'a b'\nUSER 1\n")
            .Findings.Should()
            .Contain(finding => finding.Rule.Id == "DL3004");

    [Test]
    public void A_line_of_five_megabytes()
    {
        FileResult result = LintAndCheck(
            "FROM a:1\nENV " + string.Concat(Enumerable.Repeat("a=b ", 1_250_000)) + "\nUSER root\n"
        );

        result.Findings.Select(finding => finding.Rule.Id).Should().Equal("DL1000", "DL3002");
    }

    [Test]
    public void Two_hundred_thousand_continued_lines()
    {
        FileResult result = LintAndCheck(
            "FROM a:1\nRUN a \\\n"
                + string.Concat(Enumerable.Repeat("  && b \\\n", 200_000))
                + "  && sudo c\nUSER root\n"
        );

        result.Findings.Select(finding => finding.Rule.Id).Should().Equal("DL3004", "DL3002");
    }

    [Test]
    public void Two_hundred_thousand_suppressions()
    {
        FileResult result = LintAndCheck(
            "FROM a:1\n"
                + string.Concat(
                    Enumerable.Repeat("# dockerfile-lint ignore=DL3002,DL3004\n# hadolint ignore=DL3002\n", 100_000)
                )
                + "USER root\n"
        );

        result
            .Findings.Should()
            .ContainSingle(finding => finding.Rule.Id == "DL3002")
            .Which.Suppression.Should()
            .NotBeNull();
        result.Findings.Count(finding => finding.Rule.Id == "DL1002").Should().BeGreaterThanOrEqualTo(100_000);
    }

    [Test]
    public void Forty_thousand_suppressions_with_findings()
    {
        FileResult result = LintAndCheck(
            "FROM a:1\n"
                + string.Concat(Enumerable.Repeat("# dockerfile-lint ignore=DL3004\nRUN sudo a\n", 40_000))
                + "USER 1\n"
        );

        result.Findings.Should().HaveCount(40_000).And.OnlyContain(finding => finding.Suppression != null);
    }

    [Test]
    public void A_suppression_with_a_hundred_thousand_names()
    {
        FileResult result = LintAndCheck(
            "FROM a:1\n# dockerfile-lint ignore=" + string.Join(',', Enumerable.Range(0, 100_000)) + "\nUSER root\n"
        );

        result.Findings.Count(finding => finding.Message.Template.Id == "unknown-rule").Should().Be(100_000);
    }

    [Test]
    public void Zeros()
    {
        FileResult result = LintAndCheck("FROM a:1\nRUN \0\0\n\0\nUSER \0root\n" + new string('\0', 1_000_000));

        result
            .Findings.Where(finding => finding.Rule.Id == "DL1007")
            .SelectMany(finding => finding.Diagnostic.GetPlaces())
            .Should()
            .HaveCount(2);
    }

    [Test]
    public void A_million_instructions_that_are_none()
    {
        FileResult result = LintAndCheck(string.Concat(Enumerable.Repeat("x\n", 300_000)));

        Finding finding = result
            .Findings.Where(finding => finding.Rule.Id == "DL1007")
            .Should()
            .ContainSingle()
            .Subject;
        finding.RelatedLocations.Should().HaveCount(AnalysisBudget.MaxRelatedLocations);
    }

    [Test]
    public void A_hundred_thousand_uses_of_stages()
    {
        FileResult result = LintAndCheck(
            "FROM a:1 AS b\n"
                + string.Concat(
                    Enumerable.Repeat("COPY --from=b c d\nARG X\nWORKDIR $X\nCMD e\nSHELL [\"a\"]\n", 20_000)
                )
                + "USER 1\n"
        );

        result.Findings.Count(finding => finding.Rule.Id == "DL3023").Should().Be(20_000);
    }

    [Test]
    public void Thirty_thousand_stages_that_fetch_lists()
    {
        FileResult result = LintAndCheck(
            string.Concat(Enumerable.Repeat("FROM a:1\nRUN apt-get update && apt-get install -y b\n", 30_000))
        );

        result
            .Findings.Count(finding => finding.Rule.Id == "DL3009")
            .Should()
            .Be(1, "no other stage ends up in an image");
    }

    [Test]
    public void Ten_thousand_stages_in_a_circle()
    {
        FileResult result = LintAndCheck(
            string.Concat(
                Enumerable
                    .Range(0, 10_000)
                    .Select(i => $"FROM a:1 AS s{i}\nRUN --mount=from=s{(i + 1) % 10_000},target=/b c\n")
            )
        );

        result.Findings.Count(finding => finding.Rule.Id == "DL1008").Should().Be(9_999);
    }

    [Test]
    public void Twenty_thousand_stages_that_do_not_exist()
    {
        FileResult result = LintAndCheck(
            string.Concat(Enumerable.Range(0, 20_000).Select(i => $"FROM a:1 AS stage{i}\nCOPY --from=stgae{i} b c\n"))
        );

        result.Findings.Count(finding => finding.Rule.Id == "DL3022").Should().Be(20_000);
    }

    private static FileResult LintAndCheck(string text)
    {
        TreeInvariants.Check(DockerfileSyntaxTree.Parse(text));
        var file = new SourceFile("Dockerfile", SourceText.From(text));
        FileResult result = new Linter().Lint(
            Project
                .Create(
                    budget: new AnalysisBudget
                    {
                        MaxFindings = 1_000_000,
                        MaxInstructions = 1_000_000,
                        MaxWords = 10_000_000,
                    }
                )
                .WithDocument(file),
            file.Path
        );
        ResultInvariants.Check(result);
        return result;
    }
}
