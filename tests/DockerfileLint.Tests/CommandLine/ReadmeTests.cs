using System.Text.RegularExpressions;
using System.Xml.Linq;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine;
using DockerfileLint.CommandLine.Commands;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>What the README and the documentation say is true.</summary>
public class ReadmeTests
{
    private const string Repository = "https://github.com/dockerfilelint/dockerfilelint/blob/main/";

    private static readonly string Readme = RepositoryFiles.Read("README.md");
    private static readonly string Reference = RepositoryFiles.Read("docs/reference.md");
    private static readonly string Library = RepositoryFiles.Read("docs/library.md");

    [Test]
    public void The_picture_is_what_the_tool_prints()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        string[] lines =
        [
            .. XDocument
                .Parse(RepositoryFiles.Read("docs/terminal.svg"), LoadOptions.PreserveWhitespace)
                .Descendants(svg + "text")
                .Select(line => line.Value.Replace('\u00A0', ' ')),
        ];
        string[] args = lines[0].Split(' ')[2..];

        CommandLineRun.Start(RepositoryFiles.Root, args).Output.Should().Be(string.Join('\n', lines[1..]) + "\n");
    }

    [Test]
    public void The_number_of_rules_is_right()
    {
        var all = RuleCatalog.Descriptors.Where(rule => !rule.Id.StartsWith("DL9", StringComparison.Ordinal)).ToList();
        int least = int.Parse(Regex.Match(Readme, @"more than (\d+) rules").Groups[1].Value);

        all.Count.Should().BeInRange(least, least + 60);
    }

    [TestCase("README.md")]
    [TestCase("docs/reference.md")]
    [TestCase("docs/library.md")]
    [TestCase("docs/ci.md")]
    [TestCase("docs/configuration.md")]
    public void Every_link_leads_somewhere(string document)
    {
        string folder = Path.GetDirectoryName(document)!;
        string text = RepositoryFiles.Read(document);
        foreach (Match link in Regex.Matches(text, @"\]\((?<target>[^)]+)\)"))
        {
            string target = link.Groups["target"].Value;
            if (target.StartsWith('#'))
            {
                string[] anchors =
                [
                    .. Regex
                        .Matches(text, "^#+ (.+)$", RegexOptions.Multiline)
                        .Select(heading =>
                            "#" + Regex.Replace(heading.Groups[1].Value.ToLowerInvariant(), "[^a-z0-9 -]", "")
                        )
                        .Select(anchor => anchor.Replace(' ', '-')),
                ];
                anchors.Should().Contain(target);
            }
            else if (target.StartsWith(Repository, StringComparison.Ordinal))
            {
                Path.Exists(RepositoryFiles.GetPath(target[Repository.Length..])).Should().BeTrue(target);
            }
            else if (!target.StartsWith("https://", StringComparison.Ordinal))
            {
                document.Should().NotBe("README.md", "other sites show it, where a path leads nowhere");
                Path.Exists(RepositoryFiles.GetPath(Path.Combine(folder, target.Split('#')[0])))
                    .Should()
                    .BeTrue(target);
            }
        }
    }

    [Test]
    public void The_library_example_is_the_sample_that_is_compiled() =>
        GetBlock(Library, "csharp").Should().Be(RepositoryFiles.Read("samples/library/Program.cs"));

    /// <summary>A program of which all but the whole first example is a part.</summary>
    [Test]
    public void The_parts_of_programs_compile()
    {
        string statements = GetBlock(Library, "cs");
        string expression = Library[Library.IndexOf("new RuleDescriptor(", StringComparison.Ordinal)..];
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
            .And.OnlyContain(option => Reference.Contains(option));
    }

    [Test]
    public void Every_format_of_hadolint_is_listed() =>
        HadolintConfiguration
            .FormatNames.Should()
            .NotBeEmpty()
            .And.OnlyContain(format => Reference.Contains($"`{format}`"));

    [Test]
    public void The_configuration_example_is_right()
    {
        string fence = "\n```yaml\nignored:";
        int start = Reference.IndexOf(fence, StringComparison.Ordinal) + "\n```yaml\n".Length;
        string text = Reference[start..Reference.IndexOf("```", start, StringComparison.Ordinal)];

        HadolintConfigurationFile
            .Read(new SourceFile(".hadolint.yaml", SourceText.From(text)), Preset.Load(Preset.Default))
            .Problems.Should()
            .BeEmpty();
    }

    [Test]
    public void Every_preset_is_listed()
    {
        Preset.Names.Should().NotBeEmpty().And.OnlyContain(preset => Reference.Contains($"| `{preset}` |"));
    }

    [Test]
    public void The_suppression_example_suppresses()
    {
        FileResult result = new Linter().Lint("Dockerfile", "FROM debian:13-slim\n" + GetBlock(Readme, "dockerfile"));

        Finding finding = result.Findings.Should().ContainSingle().Subject;
        finding.Rule.Id.Should().Be("DL3002");
        finding.Suppression!.Justification.Should().Be("the entry point drops root");
    }

    [Test]
    public void Every_format_is_listed() =>
        OutputRequest
            .Formats.Should()
            .OnlyContain(format => Regex.IsMatch(Reference, $"^\\|[^|]*`{format}`", RegexOptions.Multiline));

    private static string GetBlock(string document, string language)
    {
        string fence = $"\n```{language}\n";
        int start = document.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return document[start..document.IndexOf("\n```\n", start, StringComparison.Ordinal)] + "\n";
    }
}
