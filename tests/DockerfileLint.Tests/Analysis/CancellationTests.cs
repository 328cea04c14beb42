using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

/// <summary>A run that is given up ends at its next step, wherever it is, and leaves nothing behind.</summary>
internal sealed class CancellationTests
{
    private static readonly SourceFile Dockerfile = new("Dockerfile", SourceText.From("FROM debian:12\nRUN b && c\n"));
    private static readonly SourceFile Compose = new(
        "compose.yaml",
        SourceText.From("services: {a: {image: a:1, x-a: [&b c, *b]}}\n")
    );

    private static IEnumerable<TestCaseData> Steps()
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse(Dockerfile);
        var yaml = YamlSyntaxTree.Parse(Compose);
        var model = ComposeModel.Create(yaml);
        var dockerfileModel = DockerfileModel.Create(tree);
        InstructionSyntax run = tree.Root.Instructions[1];
        FileAnalysis analysis = new Linter().Analyze(Project.Create().WithDocument(Dockerfile), Dockerfile.Path);
        return new (string Name, Action<CancellationToken> Run)[]
        {
            ("Dockerfile's tree", token => DockerfileSyntaxTree.Parse(Dockerfile, token)),
            (
                "Second phase",
                token =>
                    InstructionChecker.Check(
                        tree.Root,
                        new DockerfileParser(Dockerfile, AnalysisBudget.Default, default),
                        token
                    )
            ),
            ("Dockerfile's model", token => DockerfileModel.Create(tree, cancellation: token)),
            ("Third phase", token => dockerfileModel.GetDiagnostics(token)),
            ("Script", token => ShellParser.Parse(ShellText.FromSource("a", 0, 1), ShellKind.Sh, parent: null, token)),
            (
                "Instruction's script",
                token => DockerfileModel.Create(tree, cancellation: CancellationToken.None).GetScript(run, token)
            ),
            (
                "Commands",
                token =>
                    DockerfileModel
                        .Create(tree, cancellation: CancellationToken.None)
                        .GetScript(run, CancellationToken.None)!
                        .FindRunCommands(token)
            ),
            ("Compose file's tree", token => YamlSyntaxTree.Parse(Compose, cancellation: token)),
            ("Compose model", token => ComposeModel.Create(yaml, cancellation: token)),
            ("Interpolation and references", token => model.GetDiagnostics(token)),
            (
                "Environment file",
                token =>
                    ComposeEnvironment.Empty.With(
                        [new SourceFile(".env", SourceText.From("A=b\n"))],
                        new ExpansionAllowance(AnalysisBudget.Default.MaxExpandedCharacters),
                        token
                    )
            ),
            ("Schema", token => ComposeSchemaChecker.Check(model, ComposeTarget.Compose, token)),
            ("Stages", token => new Linter().Complete(analysis, cancellation: token)),
        }.Select(step => new TestCaseData(step.Run).SetArgDisplayNames(step.Name));
    }

    [TestCaseSource(nameof(Steps))]
    public void Every_step_looks_at_its_token(Action<CancellationToken> run)
    {
        Action withoutEnd = () => run(CancellationToken.None);
        Action cancelled = () => run(new CancellationToken(canceled: true));

        withoutEnd.Should().NotThrow();
        cancelled.Should().Throw<OperationCanceledException>();
    }

    [Test]
    public void No_further_file_of_a_project_is_read()
    {
        using var source = new CancellationTokenSource();
        var files = new CancellingFiles(source, last: "b3.yaml");
        Project project = Project
            .Create(files)
            .WithDocument(
                "compose.yaml",
                $"include: [{string.Join(", ", Enumerable.Range(0, 9).Select(i => $"b{i}.yaml"))}]\n"
            );
        var linter = new Linter();

        Action lint = () => linter.Lint(project, "compose.yaml", cancellation: source.Token);

        lint.Should().Throw<OperationCanceledException>();
        files.Found.Should().EndWith("b3.yaml").And.NotContain("b4.yaml");
        project.Counters.Walks.Should().Be(0);
        linter.Lint(project, "compose.yaml").FurtherFiles.Should().HaveCount(9);
    }

    [Test]
    public void No_further_rule_sees_the_element()
    {
        using var source = new CancellationTokenSource();
        int visits = 0;
        var first = new OwnRule("XX0001", onStage: (_, _) => source.Cancel());
        var second = new OwnRule("XX0002", onStage: (_, _) => visits++);
        var linter = new Linter(new LintOptions { Rules = Preset.Load(Preset.Default).Add(first).Add(second) });
        Project project = Project.Create().WithDocument(Dockerfile);

        Action lint = () => linter.Lint(project, Dockerfile.Path, cancellation: source.Token);

        lint.Should().Throw<OperationCanceledException>();
        visits.Should().Be(0);
        linter.Lint(project, Dockerfile.Path).Findings.Should().NotBeEmpty();
        visits.Should().Be(1);
    }

    [Test]
    public void A_script_that_was_given_up_is_read_by_the_next_who_asks()
    {
        var model = DockerfileModel.Create(DockerfileSyntaxTree.Parse(Dockerfile));
        InstructionSyntax run = model.Tree.Root.Instructions[1];

        Action read = () => model.GetScript(run, new CancellationToken(canceled: true));

        read.Should().Throw<OperationCanceledException>();
        model.GetScript(run)!.RunCommands.Should().HaveCount(2);
    }

    /// <summary>Every file is there; once one of them is read, the caller gives up.</summary>
    private sealed class CancellingFiles(CancellationTokenSource source, string last) : ISourceFiles
    {
        internal List<string> Found { get; } = [];

        public SourceFileLookup Find(string path)
        {
            Found.Add(path);
            if (path == last)
            {
                source.Cancel();
            }

            return path.StartsWith('b')
                ? SourceFileLookup.Found(new SourceFile(path, SourceText.From("services: {}\n")))
                : SourceFileLookup.Missing;
        }
    }
}
