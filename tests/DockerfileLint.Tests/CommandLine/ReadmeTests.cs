using System.CommandLine;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine;
using DockerfileLint.CommandLine.Commands;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>What the README says is true.</summary>
public class ReadmeTests
{
    private static readonly string Readme = RepositoryFiles.Read("README.md");

    [Test]
    public void The_picture_is_what_the_tool_prints()
    {
        string picture = GetBlock("text");
        string[] args = picture[..picture.IndexOf('\n', StringComparison.Ordinal)].Split(' ')[2..];

        CommandLineRun
            .Start(RepositoryFiles.Root, args)
            .Output.Should()
            .Be(picture[(picture.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    [Test]
    public void The_library_example_is_the_sample_that_is_compiled() =>
        GetBlock("csharp").Should().Be(RepositoryFiles.Read("samples/library/Program.cs"));

    [Test]
    public void Every_option_is_listed()
    {
        var command = new LintCommand(
            new RuleLookup(addRules: null),
            new CommandLineEnvironment
            {
                StandardInput = Stream.Null,
                StandardOutput = Stream.Null,
                Error = TextWriter.Null,
                WorkingDirectory = RepositoryFiles.Root,
                GetVariable = _ => null,
            }
        );
        foreach (Option option in command.Options)
        {
            Readme.Should().Contain($"| `{option.Name}");
        }
    }

    [Test]
    public void Every_format_of_hadolint_is_listed() =>
        HadolintConfiguration.FormatNames.Should().OnlyContain(format => Readme.Contains($"`{format}`"));

    [Test]
    public void The_configuration_example_is_right()
    {
        string fence = "\n```yaml\nignored:";
        int start = Readme.IndexOf(fence, StringComparison.Ordinal) + "\n```yaml\n".Length;
        string text = Readme[start..Readme.IndexOf("```", start, StringComparison.Ordinal)];

        HadolintConfigurationFile
            .Read(new SourceFile(".hadolint.yaml", SourceText.From(text)), Preset.Load(Preset.Default))
            .Problems.Should()
            .BeEmpty();
    }

    [Test]
    public void Every_preset_is_listed()
    {
        foreach (string preset in Preset.Names)
        {
            Readme.Should().Contain($"| `{preset}` |");
        }
    }

    [Test]
    public void The_suppression_example_suppresses()
    {
        FileResult result = new Linter().Lint("Dockerfile", "FROM debian:13-slim\n" + GetBlock("dockerfile"));

        Finding finding = result.Findings.Should().ContainSingle().Subject;
        finding.Rule.Id.Should().Be("DL3002");
        finding.Suppression!.Justification.Should().Be("the entry point drops root");
    }

    private static string GetBlock(string language)
    {
        string fence = $"\n```{language}\n";
        int start = Readme.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return Readme[start..Readme.IndexOf("\n```\n", start, StringComparison.Ordinal)] + "\n";
    }
}
