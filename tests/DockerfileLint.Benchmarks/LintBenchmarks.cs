using System.Text;
using BenchmarkDotNet.Attributes;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Benchmarks;

/// <summary>
/// The hot path, stage by stage, over all files of the corpus on one core. One operation is the whole corpus.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class LintBenchmarks
{
    private readonly Linter _linter = new();
    private readonly Linter _hadolint = new(new LintOptions { Rules = Preset.Load("hadolint") });
    private readonly List<byte[]> _dockerfiles = CorpusFiles.ReadDockerfiles();
    private readonly List<byte[]> _composeFiles = CorpusFiles.ReadComposeFiles();
    private readonly List<SourceFile> _dockerfileTexts;
    private readonly List<SourceFile> _composeTexts;
    private readonly List<ShellText> _scripts;

    public LintBenchmarks()
    {
        _dockerfileTexts = [.. _dockerfiles.Select(bytes => new SourceFile("Dockerfile", SourceText.From(bytes)))];
        _composeTexts = [.. _composeFiles.Select(bytes => new SourceFile("compose.yaml", SourceText.From(bytes)))];
        _scripts =
        [
            .. _dockerfileTexts
                .SelectMany(file => DockerfileSyntaxTree.Parse(file).Root.Instructions)
                .OfType<RunInstructionSyntax>()
                .Where(run => !run.Command.IsExecForm)
                .Select(GetScript),
        ];
    }

    [Benchmark]
    public int ParseRunScripts() =>
        _scripts.Sum(script => ShellParser.Parse(script, ShellKind.Sh, parent: null).Statements.Length);

    [Benchmark]
    public int ParseDockerfiles() => _dockerfileTexts.Sum(file => DockerfileSyntaxTree.Parse(file).Tokens.Count);

    [Benchmark]
    public int LintDockerfilesFromBytes() =>
        _dockerfiles.Sum(bytes => Lint(_linter, "Dockerfile", bytes, Language.Dockerfile));

    [Benchmark]
    public int LintDockerfilesWithHadolintPreset() =>
        _dockerfiles.Sum(bytes => Lint(_hadolint, "Dockerfile", bytes, Language.Dockerfile));

    [Benchmark]
    public int ParseComposeFiles() =>
        _composeTexts.Sum(file => ComposeModel.Create(YamlSyntaxTree.Parse(file)).Services.Count);

    [Benchmark]
    public int LintComposeFilesFromBytes() =>
        _composeFiles.Sum(bytes => Lint(_linter, "compose.yaml", bytes, Language.Compose));

    /// <summary>What a benchmark reads, for figures per character and per file.</summary>
    internal (long Bytes, long Characters, int Files) GetInput(string benchmark) =>
        benchmark.Contains("Scripts", StringComparison.Ordinal)
            ? (
                _scripts.Sum(script => (long)Encoding.UTF8.GetByteCount(script.AsSpan(script.Start, script.End))),
                _scripts.Sum(script => (long)(script.End - script.Start)),
                _dockerfiles.Count
            )
        : benchmark.Contains("Compose", StringComparison.Ordinal)
            ? (
                _composeFiles.Sum(file => (long)file.Length),
                _composeTexts.Sum(file => (long)file.Text.Length),
                _composeFiles.Count
            )
        : (
            _dockerfiles.Sum(file => (long)file.Length),
            _dockerfileTexts.Sum(file => (long)file.Text.Length),
            _dockerfiles.Count
        );

    private static ShellText GetScript(RunInstructionSyntax run)
    {
        var line = new LogicalLine();
        line.Start(run.Tree, run.Command.Span);
        return line.ToShellText();
    }

    private static int Lint(Linter linter, string path, byte[] bytes, Language language) =>
        linter
            .Lint(Project.Create().WithDocument(new SourceFile(path, SourceText.From(bytes)), language), path)
            .Findings.Length;
}
