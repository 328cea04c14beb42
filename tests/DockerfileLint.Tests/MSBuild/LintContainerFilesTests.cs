using DockerfileLint.MSBuild;
using DockerfileLint.Tests.CommandLine;
using FluentAssertions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using NUnit.Framework;

namespace DockerfileLint.Tests.MSBuild;

/// <summary>What a build says of the files of a project.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LintContainerFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LintContainerFilesTests()
    {
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write("app/app.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        _folder.Write("app/Dockerfile", "FROM debian:13-slim\nUSER root\n");
    }

    public void Dispose() => _folder.Dispose();

    [Test]
    public void A_finding_is_a_warning_at_its_place_with_the_page_of_its_rule()
    {
        RecordingBuildEngine build = Lint("app/Dockerfile");

        build
            .Lines.Should()
            .Equal(
                "app/Dockerfile(2,6,10): warning DL3002: The last USER of the stage is root: 'root'. Create an "
                    + "unprivileged user and make it the last USER of the stage. [DL3002.html]"
            );
    }

    [Test]
    public void What_opens_the_host_is_an_error_and_what_may_be_is_a_message()
    {
        _folder.Write("app/Dockerfile", "FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl\nUSER 1\n");
        _folder.Write("app/compose.yaml", "services:\n  web:\n    image: nginx:1.29\n    privileged: true\n");

        IReadOnlyList<string> lines = Lint("app/Dockerfile", "app/compose.yaml").Lines;

        lines.Should().ContainSingle(line => line.StartsWith("app/compose.yaml(4,17,21): error DC3001: "));
        lines.Should().Contain(line => line.StartsWith("app/Dockerfile(2,31,38): message DL3015: "));
        IsStamped.Should().BeFalse();
    }

    [Test]
    public void What_was_found_need_not_be_found_again_unless_it_fails_the_build()
    {
        Lint("app/Dockerfile");
        IsStamped.Should().BeTrue();
        File.Delete(Stamp);

        Lint(new RecordingBuildEngine(_folder.Path, "DL3002"), ["app/Dockerfile"]);

        IsStamped.Should().BeFalse();
    }

    [Test]
    public void The_nearest_configuration_above_a_file_counts_with_what_it_extends()
    {
        _folder.Write("base.yaml", "rules:\n  DL3002: off\n  DL3007: error\n");
        _folder.Write(".dockerfile-lint.yaml", "extends: [base.yaml]\n");
        _folder.Write("other/Dockerfile", "FROM debian:latest\nUSER 1\n");
        _folder.Write("other/.dockerfile-lint.yaml", "rules:\n  DL3007: off\n");
        _folder.Write("app/Dockerfile", "FROM debian:latest\nUSER root\n");

        Lint("app/Dockerfile", "other/Dockerfile")
            .Lines.Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("app/Dockerfile(1,6,19): error DL3007: ");
    }

    [Test]
    public void A_configuration_says_something_of_some_files()
    {
        _folder.Write(
            "app/.dockerfile-lint.yaml",
            """
            overrides:
              - files: [test.Dockerfile]
                rules: {DL3002: off}
            """
        );
        _folder.Write("app/test.Dockerfile", "FROM debian:13-slim\nUSER root\n");

        Lint("app/Dockerfile", "app/test.Dockerfile")
            .Lines.Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("app/Dockerfile(2,6,10): warning DL3002: ");
    }

    [Test]
    public void A_wrong_configuration_fails_the_build()
    {
        _folder.Write("app/.dockerfile-lint.yaml", "rulez: {}\n");

        Lint("app/Dockerfile")
            .Lines.Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("app/.dockerfile-lint.yaml(1,1,6): error DL9003: 'rulez' is not a key");
        IsStamped.Should().BeFalse();
    }

    [TestCase("Preset", "strickt", "DockerfileLintPreset is 'strickt'. Presets: all, ")]
    [TestCase("Target", "docker", "DockerfileLintTarget is 'docker'. Targets: compose, swarm.")]
    public void A_wrong_property_is_told(string property, string value, string message)
    {
        var build = new RecordingBuildEngine(_folder.Path);
        using LintContainerFiles task = Create(build, ["app/Dockerfile"]);
        typeof(LintContainerFiles).GetProperty(property)!.SetValue(task, value);

        task.Execute().Should().BeFalse();

        build.Lines.Should().ContainSingle().Which.Should().Contain(message);
    }

    [Test]
    public void A_preset_and_a_log_may_be_asked_for()
    {
        var build = new RecordingBuildEngine(_folder.Path);
        using LintContainerFiles task = Create(build, ["app/Dockerfile"]);
        task.Preset = "hadolint";
        task.SarifFile = Path.Combine(_folder.Path, "lint.sarif");

        task.Execute().Should().BeTrue();

        build.Lines.Should().HaveCount(2).And.Contain(line => line.Contains("message DL3066: "));
        File.ReadAllText(task.SarifFile).Should().Contain("\"ruleId\":\"DL3002\"");
    }

    [Test]
    public void What_was_read_beside_the_files_is_remembered()
    {
        _folder.Write("app/.env", "TAG=1\n");
        _folder.Write("app/compose.yaml", "services:\n  web:\n    image: nginx:$TAG\n");

        Lint("app/compose.yaml");

        File.ReadAllLines(Reads)
            .Select(path => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/'))
            .Should()
            .Contain(["app/compose.yaml", "app/.env"])
            .And.NotContain(path => path.StartsWith(".."));
    }

    [Test]
    public void Properties_of_container_publishing_are_judged_where_they_stand()
    {
        _folder.Write(
            "app/app.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <ContainerBaseImage>mcr.microsoft.com/dotnet/runtime</ContainerBaseImage>
                <ContainerUser>root</ContainerUser>
              </PropertyGroup>
              <ItemGroup>
                <ContainerPort Include="8080" Type="tcp" />
                <ContainerPort Include="22" Type="tcp" />
              </ItemGroup>
            </Project>
            """
        );
        var build = new RecordingBuildEngine(_folder.Path);
        using LintContainerFiles task = Create(build, []);
        task.JudgesContainer = true;
        task.ContainerBaseImage = "mcr.microsoft.com/dotnet/runtime";
        task.ContainerUser = "root";
        task.ContainerPorts = [new TaskItem("8080"), new TaskItem("22")];

        task.Execute().Should().BeTrue();

        build
            .Lines.Select(line => line[..(line.IndexOf(':') + 16)])
            .Should()
            .BeEquivalentTo(
                "app/app.csproj(3,6,24): warning DL3006",
                "app/app.csproj(4,6,19): warning DL3002",
                "app/app.csproj(8,6,19): warning DL5014"
            );
    }

    [TestCase("", "app", "")]
    [TestCase("mcr.microsoft.com/dotnet/aspnet:10.0", "1654", "8080")]
    [TestCase("registry.example.com/base:3", "", "")]
    public void Good_properties_of_container_publishing_are_no_finding(string image, string user, string port)
    {
        var build = new RecordingBuildEngine(_folder.Path);
        using LintContainerFiles task = Create(build, []);
        task.JudgesContainer = true;
        task.ContainerBaseImage = image;
        task.ContainerUser = user;
        task.ContainerPorts = port.Length > 0 ? [new TaskItem(port)] : [];

        task.Execute().Should().BeTrue();

        build.Lines.Should().BeEmpty();
    }

    [Test]
    public void A_build_that_is_cancelled_leaves_no_stamp()
    {
        var build = new RecordingBuildEngine(_folder.Path);
        using LintContainerFiles task = Create(build, ["app/Dockerfile"]);

        task.Cancel();

        task.Execute().Should().BeFalse();
        IsStamped.Should().BeFalse();
    }

    private string Stamp => Path.Combine(_folder.Path, "stamp");

    private string Reads => Path.Combine(_folder.Path, "reads");

    private bool IsStamped => File.Exists(Stamp);

    private RecordingBuildEngine Lint(params string[] files) => Lint(new RecordingBuildEngine(_folder.Path), files);

    private RecordingBuildEngine Lint(RecordingBuildEngine build, string[] files)
    {
        using LintContainerFiles task = Create(build, files);
        task.Execute();
        return build;
    }

    private LintContainerFiles Create(IBuildEngine build, string[] files) =>
        new()
        {
            BuildEngine = build,
            ProjectFile = Path.Combine(_folder.Path, "app", "app.csproj"),
            Files = [.. files.Select(file => new TaskItem(Path.Combine(_folder.Path, file)))],
            StampFile = Stamp,
            ReadsFile = Reads,
        };
}
