using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose;

/// <summary>Services of included files are judged again where the project that includes them changes them.</summary>
internal sealed class IncludedServicesTests
{
    [TestCase("{image: a, privileged: true}")]
    [TestCase("{image: a, volumes: ['/:/host', 'data:/data'], networks: [net], secrets: [key]}")]
    [TestCase("{image: a, pid: host}")]
    [TestCase("{image: 'a:$TAG'}")]
    public void What_another_file_has_no_part_in_is_left_as_it_is(string service) =>
        IsUnchanged(
                "include: [part.yml]\nservices: {web: {image: b, privileged: true}}\nvolumes: {other: }\n",
                $"services:\n  part: {service}\n" + "volumes: {data: }\nnetworks: {net: }\nsecrets: {key: {file: f}}\n"
            )
            .Should()
            .BeTrue();

    [TestCase("services: {part: {pid: host}}\n", "{image: a}", TestName = "The service itself")]
    [TestCase("volumes: {data: {driver: local}}\n", "{image: a, volumes: ['data:/x']}", TestName = "Its volume")]
    [TestCase("networks: {default: {external: true}}\n", "{image: a}", TestName = "The network of all services")]
    [TestCase("networks: {net: {external: true}}\n", "{image: a, networks: [net]}", TestName = "Its network")]
    [TestCase("secrets: {key: {file: /x}}\n", "{image: a, secrets: [key]}", TestName = "Its secret")]
    [TestCase("configs: {key: {file: /x}}\n", "{image: a, configs: [{source: key}]}", TestName = "Its config")]
    [TestCase("services: {db: {pid: host}}\n", "{image: a, pid: 'service:db'}", TestName = "Whose namespace it shares")]
    [TestCase("volumes: {data: }\n", "{image: a, volumes: ['$V:/x']}", TestName = "A volume that a variable names")]
    public void What_another_file_has_a_part_in_is_judged_again(string outer, string service) =>
        IsUnchanged($"include: [part.yml]\n{outer}", $"services:\n  part: {service}\n").Should().BeFalse();

    [TestCase("part.yml", "A=b\n", null, true, TestName = "One environment file for both")]
    [TestCase("{path: part.yml, env_file: other.env}", "", "A=b\n", false, TestName = "One of its own")]
    [TestCase("{path: part.yml, project_directory: x}", "", null, false, TestName = "Another folder")]
    public void Variables_and_the_folder_count(string include, string variables, string? others, bool isUnchanged)
    {
        var files = new InMemoryFiles { [".env"] = variables };
        if (others is not null)
        {
            files["other.env"] = others;
        }

        IsUnchanged($"include:\n  - {include}\n", "services:\n  part: {image: 'a:$A'}\n", files)
            .Should()
            .Be(isUnchanged);
    }

    [Test]
    public void A_file_that_another_one_overrides_is_judged_with_what_includes_it_alone() =>
        IsUnchanged(
                "include: [part/compose.yaml]\n",
                "services:\n  part: {image: a, pid: host}\n",
                new InMemoryFiles { ["part/compose.override.yaml"] = "services: {part: {pid: !reset null}}\n" },
                "part/compose.yaml"
            )
            .Should()
            .BeFalse();

    [Test]
    public void What_is_changed_beyond_the_limit_is_told()
    {
        string text = new('a', AnalysisBudget.MaxIncludedLength / 100);
        string services = string.Concat(
            Enumerable.Range(0, 100).Select(i => $"  s{i}: {{image: {text}, volumes: ['data:/x{i}']}}\n")
        );
        FileResult result = Run(
            "include: [part.yml]\nservices: {web: {image: a, privileged: true}}\nvolumes: {data: }\n"
                + $"# {new string('x', AnalysisBudget.MaxIncludedLength / AnalysisBudget.MaxLoadedFactor)}\n",
            new InMemoryFiles { ["part.yml"] = "services:\n" + services }
        );

        result.Notifications.Should().ContainSingle().Which.Message.Template.Id.Should().Be("included");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DC3001", "the rest is judged");
    }

    [TestCase("include: [part.yml]\n", "loaded")]
    [TestCase("include: [{path: small.yml, env_file: large.env}]\n", "loaded")]
    [TestCase("services: {other: {extends: {file: part.yml, service: part}}}\n", "loaded")]
    [TestCase("include: [small.yml]\n", null)]
    public void Files_beyond_the_limit_are_told(string outer, string? id)
    {
        string text =
            $"services: {{part: {{image: a}}}}\n# {new string('x', AnalysisBudget.MaxBaseLoadedLength + 10_000)}\n";

        FileResult result = Run(
            $"{outer}---\nservices: {{web: {{image: a, privileged: true}}}}\n",
            new InMemoryFiles
            {
                ["part.yml"] = text,
                ["small.yml"] = "services: {part: {image: a}}\n",
                ["large.env"] = string.Concat(
                    Enumerable.Range(0, AnalysisBudget.MaxBaseLoadedLength / 6).Select(i => $"A{i}=b\n")
                ),
                [".env"] = "A=b\n",
            }
        );

        result.Notifications.Select(each => each.Message.Template.Id).Should().Equal(id is null ? [] : [id]);
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DC3001", "the rest is judged");
    }

    [Test]
    public void A_longer_file_may_include_longer_ones()
    {
        string text =
            $"services: {{part: {{image: a}}}}\n# {new string('x', AnalysisBudget.MaxBaseLoadedLength + 10_000)}\n";

        FileResult result = Run(
            $"include: [part.yml]\n# {new string('x', 200)}\n",
            new InMemoryFiles { ["part.yml"] = text }
        );

        result.Notifications.Should().BeEmpty();
    }

    [Test]
    public void What_is_included_twice_counts_once()
    {
        var file = new SourceFile("compose.yaml", SourceText.From("include: [a.yml, b.yml, part.yml]\n"));
        var files = new InMemoryFiles
        {
            ["a.yml"] = "include: [part.yml]\n",
            ["b.yml"] = "include: [part.yml, part.yml]\n",
            ["part.yml"] = "services: {part: {image: a, dns_opt: [b]}}\n",
        };
        var model = ComposeModel.Create(YamlSyntaxTree.Parse(file), files);

        model.FindService("part")!.GetItems("dns_opt").Should().ContainSingle();
    }

    [Test]
    public void Services_beyond_the_limit_are_told()
    {
        string services = string.Concat(
            Enumerable.Range(0, AnalysisBudget.MaxServices + 1).Select(i => $"  s{i}: {{image: a, user: '0'}}\n")
        );
        FileResult result = Run("services:\n" + services + "  last: {image: a, privileged: true}\n");

        Notification notification = result
            .Notifications.Should()
            .ContainSingle(notification => notification.Message.Template.Id == "services")
            .Subject;
        notification
            .Message.ToString()
            .Should()
            .Be("'compose.yaml' has more than '5000' services; those beyond are not judged.");
        notification.Severity.Should().Be(Severity.Error);
        result.Findings.Should().NotContain(finding => finding.Rule.Id == "DC3001");
    }

    [Test]
    public void Entries_merged_beyond_the_limit_are_told_by_the_name_of_the_project()
    {
        string text = "services:\n  a: {image: a}\n  b: {extends: a}\n";
        FileResult result = new Linter().Lint(
            Project.Create(budget: new AnalysisBudget { MaxMergedEntries = 1 }).WithDocument("compose.yaml", text),
            "compose.yaml"
        );

        result
            .Notifications.Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .Be("Merging 'compose.yaml' makes more than '1' entries; those beyond are not judged.");
    }

    private static bool IsUnchanged(
        string outer,
        string included,
        InMemoryFiles? others = null,
        string path = "part.yml"
    )
    {
        InMemoryFiles files = others ?? new InMemoryFiles();
        files[path] = included;
        var file = new SourceFile("compose.yaml", SourceText.From(outer));
        ComposeModel model = ComposeModel.Create(YamlSyntaxTree.Parse(file), files);
        return new IncludedServices(model).AreUnchanged(model.FindService("part")!);
    }

    private static FileResult Run(string text, InMemoryFiles? files = null) =>
        Lint.Run(new SourceFile("compose.yaml", SourceText.From(text)), Language.Compose, files ?? new InMemoryFiles());
}
