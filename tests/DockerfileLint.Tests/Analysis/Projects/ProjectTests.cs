using System.Collections.Concurrent;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis.Projects;

public class ProjectTests
{
    private const int Many = 200;

    [Test]
    public void A_finding_in_the_third_file_of_a_project_is_reported_in_one_call()
    {
        Project project = Project
            .Create(
                new InMemoryFiles
                {
                    ["base.yaml"] = "services:\n  base:\n    image: a:1\n    privileged: true\n",
                    ["parts/db.yaml"] = "services:\n  db:\n    image: b:1\n",
                }
            )
            .WithDocument(
                "compose.yaml",
                "include: [parts/db.yaml]\nservices:\n  web:\n    extends: {file: base.yaml, service: base}\n"
            );

        LintResult result = new Linter().Lint(project);

        result.Files.Select(file => file.Path).Should().Equal("base.yaml", "compose.yaml", "parts/db.yaml");
        result
            .Findings.Single(finding => finding.Rule.Id == "DC3001")
            .Location.ToString()
            .Should()
            .Be("base.yaml:4:17");
    }

    [Test]
    public void A_project_of_many_files_is_loaded_and_walked_once()
    {
        Project project = CreateComposeProject(out ComposeOptions options);
        var linter = new Linter(new LintOptions { Compose = options });

        LintResult result = linter.Lint(project);

        result.Files.Should().HaveCount(Many);
        result.Findings.Count(finding => finding.Rule.Id == "DC3001").Should().Be(Many);
        foreach (FileResult file in result.Files)
        {
            file.Findings.Should().OnlyContain(finding => finding.Location.File.Path == file.Path);
        }

        project.Counters.ComposeProjects.Should().Be(1);
        project.Counters.Walks.Should().Be(1);
        project.Counters.Trees.Should().Be(Many);
    }

    [Test]
    public void After_a_change_only_that_file_is_made_again()
    {
        Project before = CreateDockerfiles();
        var linter = new Linter();
        linter.Lint(before);
        Snapshot counted = Snapshot.Of(before);

        Project after = before.WithDocument("p7/Dockerfile", "FROM a:1\nUSER root\n");
        LintResult result = linter.Lint(after);

        Snapshot.Of(after).Minus(counted).Should().Be(new Snapshot(Trees: 1, Models: 1, Walks: 1));
        result
            .Findings.Where(finding => finding.Rule.Id == "DL3002")
            .Select(finding => finding.Location.File.Path)
            .Should()
            .Equal("p7/Dockerfile");
        linter.Lint(before).Findings.Should().NotContain(finding => finding.Rule.Id == "DL3002");
        Snapshot.Of(after).Minus(counted).Should().Be(new Snapshot(Trees: 1, Models: 1, Walks: 1));
    }

    [Test]
    public void What_was_read_beside_a_file_makes_it_judged_again_but_not_parsed()
    {
        var linter = new Linter(new LintOptions { Rules = Preset.Load("all") });
        Project before = Project
            .Create(new InMemoryFiles())
            .WithDocument("a/Dockerfile", "FROM scratch\nCOPY x /\n")
            .WithDocument("b/Dockerfile", "FROM scratch\nCOPY x /\n");
        linter.Lint(before);
        Snapshot counted = Snapshot.Of(before);

        // Nothing stood there when it was asked for.
        Project after = before.WithDocument("a/.dockerignore", "x\n").WithoutDocument("a/.dockerignore");
        linter.Lint(after);
        Snapshot.Of(after).Minus(counted).Should().Be(new Snapshot(Trees: 0, Models: 0, Walks: 1));

        Project ignoring = after.WithDocument("a/.dockerignore", "x\n");
        Find(linter.Lint(ignoring, "a/Dockerfile"), "DL6008").Should().Be(1);
        Find(linter.Lint(ignoring, "b/Dockerfile"), "DL6008").Should().Be(0);
        Find(linter.Lint(after, "a/Dockerfile"), "DL6008").Should().Be(0);
    }

    [Test]
    public void A_file_that_comes_to_lie_beside_a_project_is_seen()
    {
        var linter = new Linter();
        Project alone = Project
            .Create(new InMemoryFiles())
            .WithDocument("compose.yaml", "services:\n  a: {image: b}\n");
        linter.Lint(alone).Files.Should().ContainSingle();

        Project both = alone.WithDocument("compose.override.yaml", "services:\n  a: {privileged: true}\n");

        linter.Lint(both).Findings.Should().Contain(finding => finding.Rule.Id == "DC3001");
        both.Counters.ComposeProjects.Should().Be(2);
        linter.Lint(both.WithoutDocument("compose.override.yaml")).Files.Should().ContainSingle();
    }

    [Test]
    public void A_file_that_changes_on_disk_is_read_again_when_that_is_said()
    {
        var files = new InMemoryFiles { ["Dockerfile"] = "FROM a:1\nUSER root\n" };
        var linter = new Linter();
        var project = Project.Create(files, ["Dockerfile"]);
        Find(linter.Lint(project, "Dockerfile"), "DL3002").Should().Be(1);

        files["Dockerfile"] = "FROM a:1\nUSER 1\n";

        Find(linter.Lint(project, "Dockerfile"), "DL3002").Should().Be(1, "a snapshot does not change");
        Find(linter.Lint(project.WithChangedFile("Dockerfile"), "Dockerfile"), "DL3002").Should().Be(0);
        project.Counters.Reads.Should().BeGreaterThan(1);
    }

    [Test]
    public void Two_linters_share_trees_and_models()
    {
        Project project = CreateDockerfiles();

        new Linter().Lint(project);
        new Linter(new LintOptions { Rules = Preset.Load("strict") }).Lint(project);

        Snapshot.Of(project).Should().Be(new Snapshot(Many, Many, Walks: 2 * Many));
    }

    [Test]
    public void What_is_released_is_made_again()
    {
        Project project = Project.Create().WithDocument("Dockerfile", "FROM a:1\nUSER root\n");
        var linter = new Linter();
        string[] first = Describe(linter.Lint(project));

        project.Release("Dockerfile");

        Describe(linter.Lint(project)).Should().Equal(first);
        project.Counters.Trees.Should().Be(2);
    }

    [Test]
    public void A_document_that_nobody_can_read_is_a_notification()
    {
        LintResult result = new Linter().Lint(Project.Create(new InMemoryFiles(), ["no/Dockerfile"]));

        result.Files.Single().Notifications.Single().Rule.Id.Should().Be("DL9001");
        result.Totals.Failures.Should().Be(1);
    }

    [Test]
    public void Many_threads_see_what_one_sees_while_documents_are_replaced()
    {
        const int Rounds = 10_000;
        const int Threads = 8;
        const int Versions = 4;
        var linter = new Linter();
        Project[] versions = [.. Enumerable.Range(0, Versions).Select(CreateMixedProject)];
        string[][] expected = [.. versions.Select(version => Describe(new Linter().Lint(version)))];
        expected.Select(findings => string.Join('\n', findings)).Should().OnlyHaveUniqueItems();

        Project current = versions[0];
        int currentVersion = 0;
        int round = 0;
        var gate = new object();
        var failures = new ConcurrentQueue<string>();
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, Threads)
                .Select(_ => new Thread(() =>
                {
                    while (true)
                    {
                        Project project;
                        int version;
                        lock (gate)
                        {
                            if (round == Rounds || !failures.IsEmpty)
                            {
                                return;
                            }

                            // Several threads ask each snapshot, and each differs from the one before in a document.
                            if (round++ % 3 == 0)
                            {
                                currentVersion = (currentVersion + 1) % Versions;
                                current = Replace(current, currentVersion);
                            }

                            project = current;
                            version = currentVersion;
                        }

                        try
                        {
                            string[] found = Describe(linter.Lint(project));
                            if (!found.SequenceEqual(expected[version]))
                            {
                                failures.Enqueue($"Version {version}: {string.Join('\n', found)}");
                            }
                        }
                        catch (Exception exception)
                        {
                            failures.Enqueue(exception.ToString());
                        }
                    }
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        failures.Should().BeEmpty();
    }

    [TestCase(1)]
    [TestCase(Many / 2)]
    public void A_run_that_is_cancelled_ends_at_the_next_element_and_leaves_nothing_behind(int lastVisit)
    {
        using var source = new CancellationTokenSource();
        bool cancels = false;
        int visits = 0;
        var cancelling = new OwnRule(
            "XX0001",
            onRun: (_, _) =>
            {
                if (++visits == lastVisit && cancels)
                {
                    source.Cancel();
                }
            }
        );
        var linter = new Linter(new LintOptions { Rules = Preset.Load(Preset.Default).Add(cancelling) });
        Project project = CreateDockerfiles();
        string[] expected = Describe(linter.Lint(CreateDockerfiles()));
        visits = 0;
        cancels = true;

        Action lint = () => linter.Lint(project, source.Token);

        lint.Should().Throw<OperationCanceledException>();
        visits.Should().Be(lastVisit);
        project.Counters.Walks.Should().BeLessThanOrEqualTo(lastVisit);
        cancels = false;
        Describe(linter.Lint(project)).Should().Equal(expected);
    }

    [Test]
    public void A_thread_that_waits_for_another_one_gives_up_when_it_is_cancelled()
    {
        using var started = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var slow = new OwnRule(
            "XX0001",
            onRun: (_, _) =>
            {
                started.Set();
                goOn.Wait();
            }
        );
        var linter = new Linter(new LintOptions { Rules = Preset.Load(Preset.Default).Add(slow) });
        Project project = Project.Create().WithDocument("Dockerfile", "FROM a:1\nRUN b\nUSER 1\n");
        FileResult? result = null;
        var first = new Thread(() => result = linter.Lint(project, "Dockerfile"));
        first.Start();
        started.Wait();
        using var source = new CancellationTokenSource();
        source.CancelAfter(TimeSpan.FromMilliseconds(20));

        Action wait = () => linter.Lint(project, "Dockerfile", cancellation: source.Token);

        wait.Should().Throw<OperationCanceledException>();
        goOn.Set();
        first.Join();
        result!.Notifications.Should().BeEmpty();
        project.Counters.Walks.Should().Be(1);
    }

    private static int Find(FileResult result, string rule) =>
        result.Findings.Count(finding => finding.Rule.Id == rule);

    private static string[] Describe(LintResult result) =>
        [.. result.Findings.Select(finding => $"{finding} {finding.Fingerprint} {finding.LogicalLocation}")];

    private static Project CreateDockerfiles() =>
        Enumerable
            .Range(0, Many)
            .Aggregate(
                Project.Create(),
                (project, i) => project.WithDocument($"p{i}/Dockerfile", "FROM a:1\nRUN sudo b\nUSER 1\n")
            );

    private static Project CreateComposeProject(out ComposeOptions options)
    {
        Project project = Project.Create(new InMemoryFiles());
        for (int i = 0; i < Many; i++)
        {
            project = project.WithDocument($"f{i}.yaml", $"services:\n  s{i}:\n    image: a:1\n    privileged: true\n");
        }

        options = new ComposeOptions { Files = [.. project.Paths] };
        return project;
    }

    /// <summary>
    /// A project in which a Dockerfile, its ignore file and three Compose files depend on each other.
    /// </summary>
    private static Project CreateMixedProject(int version)
    {
        Project project = Project
            .Create(
                new InMemoryFiles
                {
                    [".env"] = "TAG=1\n",
                    ["base.yaml"] = "services:\n  base:\n    image: a:${TAG}\n    pid: host\n",
                }
            )
            .WithDocument("worker/Dockerfile", "FROM a:1 AS b\nRUN cd /x && sudo c | d\nFROM b\nCOPY . .\nUSER root\n")
            .WithDocument(
                "compose.yaml",
                "services:\n  web:\n    extends: {file: base.yaml, service: base}\n    build: .\n"
            );
        return Replace(project, version);
    }

    private static Project Replace(Project project, int version) =>
        version switch
        {
            0 => project
                .WithDocument("Dockerfile", "FROM a\nCOPY . .\nUSER root\n")
                .WithDocument(".dockerignore", "")
                .WithDocument("compose.override.yaml", "services:\n  web:\n    privileged: true\n"),
            1 => project
                .WithDocument("Dockerfile", "FROM a:latest\nRUN sudo b\nCOPY x y /z\n")
                .WithDocument(".dockerignore", "x\n")
                .WithDocument("compose.override.yaml", "services:\n  web:\n    network_mode: host\n"),
            2 => project
                .WithDocument("Dockerfile", "FROM a:1\nUSER 1\n")
                .WithDocument(".dockerignore", ".git\n")
                .WithoutDocument("compose.override.yaml"),
            _ => project
                .WithDocument("Dockerfile", "FRM a\n")
                .WithDocument(".dockerignore", "[\n")
                .WithDocument("compose.override.yaml", "services: [\n"),
        };

    /// <summary>What was made.</summary>
    private sealed record Snapshot(int Trees, int Models, int Walks)
    {
        internal static Snapshot Of(Project project) =>
            new(project.Counters.Trees, project.Counters.Models, project.Counters.Walks);

        internal Snapshot Minus(Snapshot other) => new(Trees - other.Trees, Models - other.Models, Walks - other.Walks);
    }
}
