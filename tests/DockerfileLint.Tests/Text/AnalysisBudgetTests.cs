using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Text;

internal sealed class AnalysisBudgetTests
{
    [Test]
    public void A_file_that_is_too_long_is_not_read()
    {
        var budget = new AnalysisBudget { MaxFileLength = 8 };
        Project project = Project
            .Create(new InMemoryFiles { ["b/Dockerfile"] = "FROM b:1\n" }, ["b/Dockerfile"], budget)
            .WithDocument("a/Dockerfile", "FROM a:1\n")
            .WithDocument("c/Dockerfile", "FROM c");

        LintResult result = new Linter().Lint(project);

        result
            .Files.SelectMany(file => file.Notifications)
            .Select(notification => notification.Message.ToString())
            .Should()
            .SatisfyRespectively(
                first =>
                    first.Should().StartWith("'a/Dockerfile' has '9' bytes, and files over '8' bytes are not read."),
                second =>
                    second.Should().StartWith("'b/Dockerfile' has '9' bytes, and files over '8' bytes are not read.")
            );
        result.Files[2].Findings.Should().NotBeEmpty();
    }

    [Test]
    public void A_Compose_file_of_too_many_nodes_counts_as_empty() =>
        Lint(new AnalysisBudget { MaxYamlNodes = 5 }, "services: {a: {image: a:1, privileged: true}}\n")
            .Findings.Where(finding => finding.Rule.Id == "DC1000")
            .Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .Contain("more than '5' YAML nodes");

    [Test]
    public void A_project_of_too_many_files_says_which_is_not_read() =>
        Lint(new AnalysisBudget { MaxProjectFiles = 1 }, "include: [b.yaml, c.yaml]\n")
            .Notifications.Select(notification => notification.Location?.ToString())
            .Should()
            .Equal("compose.yaml:1:19");

    [Test]
    public void Includes_inside_each_other_end_at_the_budget()
    {
        var files = new InMemoryFiles
        {
            ["b.yaml"] = "include: [c.yaml]\nservices: {b: {image: b:1}}\n",
            ["c.yaml"] = "services: {c: {image: c:1}}\n",
        };

        Count(new AnalysisBudget()).Should().Be(0);
        Count(new AnalysisBudget { MaxIncludeDepth = 1 }).Should().Be(0, "an incomplete project misses nothing");
        Project.Create(files, budget: new AnalysisBudget { MaxIncludeDepth = 1 }).Budget.MaxIncludeDepth.Should().Be(1);

        int Count(AnalysisBudget budget) =>
            new Linter()
                .Lint(
                    Project
                        .Create(files, budget: budget)
                        .WithDocument(
                            "compose.yaml",
                            "include: [b.yaml]\nservices: {a: {image: a:1, depends_on: [c]}}\n"
                        ),
                    "compose.yaml"
                )
                .Findings.Count(finding => finding.Rule.Id == "DC1003");
    }

    [Test]
    public void Values_that_would_cost_too_much_are_unknown()
    {
        const string Text = "ARG A=latest\nFROM a:$A\n";

        Find(new AnalysisBudget()).Should().Contain("DL3007");
        Find(new AnalysisBudget { MaxExpandedCharacters = 3 }).Should().NotContain("DL3007");

        static IEnumerable<string> Find(AnalysisBudget budget) =>
            new Linter()
                .Lint(Project.Create(budget: budget).WithDocument("Dockerfile", Text), "Dockerfile")
                .Findings.Select(finding => finding.Rule.Id);
    }

    [Test]
    public void Snapshots_keep_the_budget()
    {
        var budget = new AnalysisBudget { MaxFileLength = 8 };
        Project project = Project.Create(budget: budget);

        project.WithDocument("a", "").WithoutDocument("a").WithChangedFile("b").Budget.Should().BeSameAs(budget);
        Project.Create().Budget.Should().BeSameAs(AnalysisBudget.Default);
    }

    [Test]
    public void A_limit_is_a_positive_number()
    {
        Action zero = () => _ = new AnalysisBudget { MaxYamlNodes = 0 };
        Action tooDeep = () => _ = new AnalysisBudget { MaxIncludeDepth = 257 };

        zero.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("MaxYamlNodes");
        tooDeep.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("MaxIncludeDepth");
    }

    private static FileResult Lint(AnalysisBudget budget, string text) =>
        new Linter().Lint(
            Project
                .Create(new InMemoryFiles { ["b.yaml"] = "", ["c.yaml"] = "" }, budget: budget)
                .WithDocument("compose.yaml", text),
            "compose.yaml"
        );
}
