using DockerfileLint.Analysis;
using DockerfileLint.CommandLine;
using DockerfileLint.CommandLine.Commands;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>A program of which all but the whole first example is a part.</summary>
    [Test]
    public void The_parts_of_programs_compile()
    {
        string statements = GetBlock("cs");
        string expression = Readme[Readme.IndexOf("new RuleDescriptor(", StringComparison.Ordinal)..];
        expression = expression[..expression.IndexOf("\n```", StringComparison.Ordinal)];
        string program = $$"""
            using System.Linq;
            using DockerfileLint.Analysis;
            using DockerfileLint.Configuration;
            using DockerfileLint.Diagnostics;
            using DockerfileLint.Rules;
            #pragma warning disable DOCKERFILELINT001

            {{statements}}
            file.Findings.Should();

            sealed class MyRule : DockerfileRule
            {
                public override RuleDescriptor Descriptor { get; } = {{expression}};
            }

            static class Use
            {
                internal static void Should(this System.Collections.Generic.IEnumerable<Finding> findings) { }
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText(program)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication)
        );

        compilation
            .GetDiagnostics()
            .Where(found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .Select(found => found.ToString())
            .Should()
            .BeEmpty();
    }

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
        command
            .Options.Select(option => $"| `{option.Name}")
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(option => Readme.Contains(option));
    }

    [Test]
    public void Every_format_of_hadolint_is_listed() =>
        HadolintConfiguration
            .FormatNames.Should()
            .NotBeEmpty()
            .And.OnlyContain(format => Readme.Contains($"`{format}`"));

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
        Preset.Names.Should().NotBeEmpty().And.OnlyContain(preset => Readme.Contains($"| `{preset}` |"));
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
