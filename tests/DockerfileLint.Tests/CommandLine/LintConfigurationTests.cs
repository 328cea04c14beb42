using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>Our configuration file: which one governs a file, and what it changes.</summary>
internal sealed class LintConfigurationTests
{
    private const string Name = ".dockerfile-lint.yaml";
    private const string Findings = "FROM debian:13\nRUN sudo a\nUSER 1\nCMD a\n";
    private const string Service = "services:\n  web:\n    image: acme/web:1\n    privileged: true\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void It_holds_for_both_languages_and_the_nearest_one_upwards_counts()
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write("compose.yaml", Service);
        _folder.Write("a/b/Dockerfile", Findings);
        _folder.Write(Name, "rules: {DL3004: off, DC3001: off}\n");
        _folder.Write("a/.dockerfile-lint.yml", "rules: {DL3025: off}\n");

        Lint(".").Should().Equal("Dockerfile DL3025", "a/b/Dockerfile DL3004");
        Lint("a/b/Dockerfile").Should().Equal("a/b/Dockerfile DL3004");
        Lint(".", "--no-config")
            .Should()
            .Equal(
                "Dockerfile DL3004",
                "Dockerfile DL3025",
                "a/b/Dockerfile DL3004",
                "a/b/Dockerfile DL3025",
                "compose.yaml DC3001"
            );
    }

    [Test]
    public void It_is_looked_for_up_to_the_repository_and_not_above()
    {
        _folder.Write(Name, "rules: {DL3025: off}\n");
        _folder.Write("repository/.git/HEAD", "");
        _folder.Write("repository/sub/Dockerfile", Findings);

        LintIn(_folder["repository/sub"], ".").Should().Equal("Dockerfile DL3004", "Dockerfile DL3025");
        _folder.Write("repository/" + Name, "rules: {DL3004: off}\n");
        LintIn(_folder["repository/sub"], ".").Should().Equal("Dockerfile DL3025");
        LintIn(_folder["repository/sub"], "Dockerfile").Should().Equal("Dockerfile DL3025");
        Directory.Delete(_folder["repository/.git"], recursive: true);
        LintIn(_folder["repository/sub"], ".")
            .Should()
            .Equal(["Dockerfile DL3004", "Dockerfile DL3025"], "without a repository the root is the end");
    }

    [Test]
    public void It_is_stronger_than_hadolints_and_weaker_than_the_command_line()
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write(".hadolint.yaml", "ignored: [DL3004, DL3025]\n");
        _folder.Write(Name, "rules: {DL3004: error}\nfail-on: none\n");

        Lint(".").Should().Equal("Dockerfile DL3004");
        Start(".").ExitCode.Should().Be(0);
        Start(".", "--fail-on", "error").ExitCode.Should().Be(1);
        Lint(".", "--ignore", "DL3004").Should().BeEmpty();
        Start("hadolint", "Dockerfile")
            .Output.Should()
            .NotContain("DL3004", "hadolint's command knows hadolint's only");
    }

    [Test]
    public void The_one_that_the_command_line_names_may_be_ours_or_hadolints()
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write("sub/Dockerfile", Findings);
        _folder.Write("sub/" + Name, "rules: {DL3025: off}\n");
        _folder.Write("ours.yaml", "extends: ./base.yaml\noverrides: [{files: sub/, rules: {DL3025: off}}]\n");
        _folder.Write("base.yaml", "rules: {DL3004: off}\n");
        _folder.Write("theirs.yaml", "ignored: [DL3025]\n");

        Lint(".", "--config", "ours.yaml").Should().Equal("Dockerfile DL3025");
        Lint(".", "--config", "theirs.yaml").Should().Equal("Dockerfile DL3004", "sub/Dockerfile DL3004");
    }

    [Test]
    public void Several_presets_turn_on_what_any_of_them_does()
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write(Name, "extends: [buildkit, security]\n");
        Lint(".").Should().Equal("Dockerfile DL3004", "Dockerfile DL3025");
        Lint(".", "--preset", "security").Should().Equal("Dockerfile DL3004");
        _folder.Write(Name, "extends: buildkit\n");

        Lint(".").Should().Equal("Dockerfile DL3025");
    }

    [Test]
    public void An_override_holds_for_the_files_that_its_patterns_mean()
    {
        _folder.Write("web/Dockerfile", Findings);
        _folder.Write("legacy/Dockerfile", Findings);
        _folder.Write("legacy/deep/dev.Dockerfile", Findings);
        _folder.Write(
            Name,
            """
            rules: {DL3025: off}
            overrides:
              - files: [legacy/**, "!*.Dockerfile"]
                rules: {DL3004: off}
              - files: "*.Dockerfile"
                rules: {DL3025: on}
            """
        );

        Lint(".")
            .Should()
            .Equal("legacy/deep/dev.Dockerfile DL3004", "legacy/deep/dev.Dockerfile DL3025", "web/Dockerfile DL3004");
    }

    [Test]
    public void A_suppression_keeps_the_finding_with_its_reason()
    {
        _folder.Write("legacy/Dockerfile", Findings);
        _folder.Write("web/Dockerfile", Findings);
        _folder.Write(
            Name,
            "suppressions:\n  - rules: [DL3004]\n" + "    files: [legacy/]\n    reason: Goes with the year.\n"
        );

        Lint(".").Should().Equal("legacy/Dockerfile DL3025", "web/Dockerfile DL3004", "web/Dockerfile DL3025");
        using JsonDocument sarif = JsonDocument.Parse(
            Start(".", "--format", "sarif", "--sarif-suppressed", "include").Output
        );
        JsonElement suppression = sarif
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .Select(result => result.GetProperty("suppressions"))
            .Single(suppressions => suppressions.GetArrayLength() > 0)[0];
        suppression.GetProperty("kind").GetString().Should().Be("external");
        suppression.GetProperty("justification").GetString().Should().Be("Goes with the year.");
    }

    [Test]
    public void A_suppression_does_not_hide_what_breaks_the_build()
    {
        _folder.Write("Dockerfile", "FROM debian:13\nRUNN a\nUSER 1\n");
        _folder.Write(Name, "suppressions: [{rules: ['DL*']}]\nrules: {'*': off}\n");

        CommandLineRun run = Start(".");

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("DL10");
    }

    [Test]
    public void Trusted_images_are_patterns_of_images()
    {
        _folder.Write("Dockerfile", "FROM nginx:1.27 AS a\nFROM acme/web:1\nUSER 1\n");
        _folder.Write("compose.yaml", "services:\n  a: {image: nginx:1.27}\n  b: {image: 'acme/web:1'}\n");
        _folder.Write(Name, "trusted-images: [docker.io/library/*]\n");

        Lint(["."], "DL3026", "DC5009").Should().Equal("Dockerfile DL3026", "compose.yaml DC5009");
    }

    [Test]
    public void A_wrong_one_costs_the_files_under_it_and_nothing_else()
    {
        _folder.Write("a/Dockerfile", Findings);
        _folder.Write("a/compose.yaml", Service);
        _folder.Write("a/" + Name, "rulez: {}\n");
        _folder.Write("b/Dockerfile", Findings);
        CommandLineRun run = Start(".", "--format", "json");

        run.ExitCode.Should().Be(2);
        run.Error.Split('\n')
            .Where(line => line.StartsWith($"error: a/{Name}:1:1: ", StringComparison.Ordinal))
            .Should()
            .ContainSingle("it is told once")
            .Which.Should()
            .Contain("Did you mean 'rules'?");
        run.Error.Should().Contain("'a/compose.yaml' was not linted").And.NotContain("'b/Dockerfile'");
        Lint(".").Should().Equal("b/Dockerfile DL3004", "b/Dockerfile DL3025");
    }

    [TestCase("../../secret.yaml", "it lies outside of the repository")]
    [TestCase("/etc/passwd.d/a", "its path is absolute")]
    [TestCase("./link.yaml", "it is a symbolic link that leads out of its folder")]
    [TestCase("./folder.d", "it is a folder, not a file")]
    [TestCase("./gone.yaml", "it does not exist")]
    [Platform(Exclude = "Win", Reason = "Links need rights there.")]
    public void Nothing_outside_of_the_repository_is_extended(string extended, string problem)
    {
        _folder.Write("secret.yaml", "password: a\n");
        _folder.Write("root/Dockerfile", Findings);
        _folder.Write("root/sub/Dockerfile", Findings);
        _folder.Write("root/sub/folder.d/a");
        _folder.Link("root/sub/link.yaml", "../../secret.yaml");
        _folder.Write("root/sub/" + Name, $"extends: {extended}\n");
        CommandLineRun run = CommandLineRun.Start(_folder["root"], ".", "--format", "json");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(problem).And.Contain($"sub/{Name}:1:10").And.NotContain("password");
    }

    [Test]
    public void Every_file_is_governed_alike_whether_it_is_found_or_named()
    {
        _folder.Write("a/b/c/Dockerfile", Findings);
        _folder.Write("a/b/d/Dockerfile", Findings);
        _folder.Write("a/e/Dockerfile", Findings);
        _folder.Write("a/b/d/" + Name, "rules: {DL3004: off}\n");
        _folder.Write("a/b/.hadolint.yaml", "ignored: [DL3025]\n");
        _folder.Write("a/" + Name, "rules: {DL3004: error}\n");
        string[] found = [.. Lint(".")];

        found.Should().Equal("a/b/c/Dockerfile DL3004", "a/e/Dockerfile DL3004", "a/e/Dockerfile DL3025");
        Lint("a/b/c/Dockerfile", "a/b/d/Dockerfile", "a/e/Dockerfile").Should().Equal(found);
        Lint("a/b/c", "a/b/d/Dockerfile", "a/e").Should().Equal(found);
        Lint("a/b", "a").Should().Equal(found);
    }

    [Test]
    public void A_folder_elsewhere_is_linted_as_its_own_one_says()
    {
        _folder.Write("here/" + Name, "rules: {DL3025: off}\n");
        _folder.Write("elsewhere/" + Name, "rules: {DL3004: off}\n");
        _folder.Write("elsewhere/sub/Dockerfile", Findings);

        Select(CommandLineRun.Start(_folder["here"], "../elsewhere", "--format", "json"), "DL3004", "DL3025")
            .Should()
            .Equal("../elsewhere/sub/Dockerfile DL3025");
    }

    [Test]
    public void It_says_which_files_are_found()
    {
        _folder.Write("docker/web.df", Findings);
        _folder.Write("docker/notes.txt", Findings);
        _folder.Write("stacks/prod.yml", Service);
        _folder.Write("old/Dockerfile", Findings);
        _folder.Write("Dockerfile", Findings);
        _folder.Write(
            Name,
            "files: {dockerfile: '*.df', compose: [stacks/*.yml]}\nexclude: [old/]\nrules: {DL3025: off}\n"
        );

        Lint(".").Should().Equal("Dockerfile DL3004", "docker/web.df DL3004", "stacks/prod.yml DC3001");
        Lint("docker", "stacks").Should().Equal("docker/web.df DL3004", "stacks/prod.yml DC3001");
        Start(".").Output.Should().Contain("1 folder skipped");
        Lint("old/Dockerfile").Should().Equal(["old/Dockerfile DL3004"], "what is named is linted");
        Lint(".", "--no-config").Should().HaveCount(4);
    }

    private CommandLineRun Start(params string[] args) => CommandLineRun.Start(_folder.Path, args);

    private IEnumerable<string> Lint(params string[] args) => Lint(args, "DL3004", "DL3025", "DC3001");

    private IEnumerable<string> Lint(string[] args, params string[] rules) =>
        Select(Start([.. args, "--format", "json"]), rules);

    private static IEnumerable<string> LintIn(string folder, string path) =>
        Select(CommandLineRun.Start(folder, path, "--format", "json"), "DL3004", "DL3025");

    /// <summary>Path and rule of each finding of some rules.</summary>
    private static IEnumerable<string> Select(CommandLineRun run, params string[] rules)
    {
        using JsonDocument report = JsonDocument.Parse(run.Output);
        return
        [
            .. from file in report.RootElement.GetProperty("files").EnumerateArray()
            from finding in file.GetProperty("diagnostics").EnumerateArray()
            where !finding.TryGetProperty("suppressed", out _)
            let rule = finding.GetProperty("rule").GetString()
            where rules.Contains(rule)
            select $"{file.GetProperty("path").GetString()} {rule}",
        ];
    }
}
