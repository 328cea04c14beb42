using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Projects;

/// <summary>Small projects, what really runs for their services, and what is found in them.</summary>
internal sealed class ContainerMatrixTests
{
    private const string Folder = "Fixtures/Containers";

    private static IEnumerable<TestCaseData> Projects() =>
        Directory
            .EnumerateDirectories(Corpora.GetPath("Containers"))
            .Order(StringComparer.Ordinal)
            .Select(folder => new TestCaseData(Path.GetFileName(folder)).SetArgDisplayNames(Path.GetFileName(folder)));

    [TestCaseSource(nameof(Projects))]
    public void The_containers_of_a_project_are_known(string name)
    {
        InMemoryFiles files = Read(name, out string main);
        ComposeTarget target = name == "swarm" ? ComposeTarget.Swarm : ComposeTarget.Compose;
        var project = ProjectModel.Create(
            ComposeModel.Create(YamlSyntaxTree.Parse(files.Find(main).File!), files),
            files,
            target
        );
        var text = new StringBuilder(ContainerOutline.Write(project));
        text.Append("== findings\n");
        RuleSet rules = Preset.Load(Preset.Default);
        rules = rules.Select(
            rules.Descriptors.Where(rule =>
                rule.Id.StartsWith("DX", StringComparison.Ordinal) || rule.Category == "user"
            )
        );
        var linter = new Linter(new LintOptions { Rules = rules, Target = target });
        foreach (FileResult file in linter.Lint(Project.Create(files, [main])).Files)
        {
            foreach (Finding finding in file.Findings)
            {
                text.Append(CultureInfo.InvariantCulture, $"{finding}\n");
            }
        }

        Baseline.Verify($"{Folder}/{name}/expected.txt", text.ToString());
    }

    [Test]
    public void There_is_a_project_for_each_way_in_which_files_meet() => Projects().Should().HaveCount(12);

    private static InMemoryFiles Read(string name, out string main)
    {
        string folder = Corpora.GetPath("Containers", name);
        var files = new InMemoryFiles();
        main = "";
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            files[relative] = File.ReadAllText(path).ReplaceLineEndings("\n");
            main = relative is "compose.yaml" or "stack.yml" ? relative : main;
        }

        return files;
    }
}
