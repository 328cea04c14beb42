using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

internal sealed class FindingLimitTests
{
    [Test]
    public void Of_too_many_findings_the_most_severe_are_reported()
    {
        FileResult result = Lint(
            "FROM a:1\n" + string.Concat(Enumerable.Repeat("RUN apt-get install x\n", 50)) + "USER root\nFOO\n",
            maxFindings: 10
        );

        result.Findings.Should().HaveCount(10);
        result.Findings.Should().Contain(finding => finding.Severity == Severity.Error && finding.Rule.Id == "DL1007");
        result.Findings.Select(finding => finding.Location.Span.Start).Should().BeInAscendingOrder();
        Notification told = result.Notifications.Should().ContainSingle().Subject;
        told.Rule.Id.Should().Be("DL9007");
        told.Severity.Should().Be(Severity.Error, "the exit code has to say so");
    }

    [Test]
    public void As_many_as_are_allowed_are_reported_without_a_word()
    {
        FileResult all = Lint("FROM a:1\nRUN sudo a\nUSER root\n", maxFindings: 100);
        FileResult result = Lint("FROM a:1\nRUN sudo a\nUSER root\n", maxFindings: all.Findings.Length);

        result.Findings.Should().HaveCount(all.Findings.Length);
        result.Notifications.Should().BeEmpty();
    }

    [Test]
    public void Scripts_beyond_the_limit_are_told()
    {
        FileResult result = Lint(
            $"FROM a:1\nRUN a {new string('b', AnalysisBudget.MaxScriptedLength)}\nUSER root\n",
            maxFindings: 100
        );

        result.Notifications.Should().ContainSingle().Which.Rule.Id.Should().Be("DL9007");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DL3002", "the rest is judged");
    }

    [Test]
    public void Instructions_beyond_the_limit_are_told()
    {
        const string Text = "FROM a:1\nRUN sudo a\n# a comment\nRUN sudo b\n";
        var budget = new AnalysisBudget { MaxInstructions = 2 };
        FileResult result = new Linter().Lint(
            Project.Create(budget: budget).WithDocument("Dockerfile", Text),
            "Dockerfile"
        );

        result.Findings.Count(finding => finding.Rule.Id == "DL3004").Should().Be(1);
        result
            .Notifications.Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .Be("'Dockerfile' has more than '2' instructions; those beyond are not judged.");
        var file = new SourceFile("Dockerfile", SourceText.From(Text));
        TreeInvariants.Check(DockerfileSyntaxTree.Parse(file, budget, CancellationToken.None));
    }

    [TestCase("ENV", "a=b ", "")]
    [TestCase("COPY", "a ", "/b/")]
    [TestCase("EXPOSE", "80 ", "")]
    [TestCase("VOLUME", "\"/a\",", "\"/b\"]")]
    public void Words_beyond_the_limit_are_told(string keyword, string word, string last)
    {
        string words = string.Concat(Enumerable.Repeat(word, 40));
        string text = $"FROM a:1\nRUN sudo a\n{keyword} {(last.EndsWith(']') ? "[" : "")}{words}{last}\nRUN sudo b\n";

        var budget = new AnalysisBudget { MaxWords = 30 };

        FileResult result = new Linter().Lint(
            Project.Create(budget: budget).WithDocument("Dockerfile", text),
            "Dockerfile"
        );

        result.Findings.Count(finding => finding.Rule.Id == "DL3004").Should().Be(1);
        result
            .Notifications.Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .Be("'Dockerfile' has more than '30' words in its instructions; those beyond are not judged.");
        var file = new SourceFile("Dockerfile", SourceText.From(text));
        TreeInvariants.Check(DockerfileSyntaxTree.Parse(file, budget, CancellationToken.None));
    }

    [Test]
    public void As_many_instructions_as_are_allowed_are_judged_without_a_word()
    {
        FileResult result = new Linter().Lint(
            Project
                .Create(budget: new AnalysisBudget { MaxInstructions = 2 })
                .WithDocument("Dockerfile", "FROM a:1\nRUN b\n# a comment\n\n"),
            "Dockerfile"
        );

        result.Notifications.Should().BeEmpty();
    }

    [Test]
    public void No_more_errors_are_kept_than_are_reported()
    {
        var file = new SourceFile("Dockerfile", SourceText.From(string.Concat(Enumerable.Repeat("x\n", 100))));
        DockerfileSyntaxTree
            .Parse(file, new AnalysisBudget { MaxFindings = 10 }, CancellationToken.None)
            .Diagnostics.Should()
            .HaveCount(11, "one more says that there are more");
    }

    [TestCase("Dockerfile", "FROM a:1\n", "ignore=DL3004\n", "RUN sudo a\n", "DL3004")]
    [TestCase("compose.yaml", "services:\n", "ignore=DC3001\n", "  a: {image: b, privileged: true}\n", "DC3001")]
    public void Of_too_many_comments_those_behind_the_limit_suppress_nothing_and_that_is_told(
        string path,
        string start,
        string comment,
        string content,
        string id
    )
    {
        string comments = string.Concat(Enumerable.Repeat($"# dockerfile-lint {comment}", 6));
        FileResult result = Lint(start + comments + content, maxFindings: 10, path);

        Notification told = result.Notifications.Should().ContainSingle(note => note.Location != null).Subject;
        told.Rule.Id.Should().Be("DL9007");
        told.Location!.Span.Start.Should()
            .Be(start.Length + (5 * comments.Length / 6) + "# dockerfile-lint ignore=".Length);
        result.Findings.Should().Contain(finding => finding.Rule.Id == id && finding.Suppression != null);

        FileResult beyond = Lint(
            start + comments.Replace(id, "X", StringComparison.Ordinal) + $"# dockerfile-lint {comment}" + content,
            maxFindings: 10,
            path
        );
        beyond.Findings.Should().Contain(finding => finding.Rule.Id == id && finding.Suppression == null);
    }

    [Test]
    public void A_comment_with_endless_names_is_read_to_the_limit()
    {
        FileResult result = Lint(
            $"FROM a:1\n# dockerfile-lint ignore={string.Concat(Enumerable.Repeat("DL3004,", 100))}DL3002\nUSER root\n",
            maxFindings: 20
        );

        result.Notifications.Should().Contain(note => note.Rule.Id == "DL9007" && note.Location != null);
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DL3002" && finding.Suppression == null);
    }

    [Test]
    public void Experimental_checks_are_turned_on_above_their_instruction_alone_however_often()
    {
        const string On = "# check=experimental=InvalidDefinitionDescription\n";
        FileResult result = Lint(
            "FROM x:1 AS y\n"
                + string.Concat(Enumerable.Repeat($"{On}# about b\nFROM a:1 AS b\n# about b\nFROM a:1 AS c\n", 3)),
            maxFindings: 100
        );

        result.Findings.Count(finding => finding.Rule.IsExperimental).Should().Be(3);
    }

    private static FileResult Lint(string text, int maxFindings, string path = "Dockerfile") =>
        new Linter().Lint(
            Project.Create(budget: new AnalysisBudget { MaxFindings = maxFindings }).WithDocument(path, text),
            path
        );
}
