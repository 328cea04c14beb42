using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Rules.BuildContexts;
using DockerfileLint.Rules.Downloads;
using DockerfileLint.Rules.Instructions;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Rules.Style;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

/// <summary>One model that several threads ask for everything at once.</summary>
internal sealed class SharedModelTests
{
    private const int ThreadCount = 8;
    private const int Rounds = 300;

    private const string Text = """
        # hadolint shell=/bin/bash
        ARG VERSION=1
        FROM debian:$VERSION AS base
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        ENV A=1 B=$A$VERSION
        ARG VERSION
        ONBUILD USER root
        ONBUILD RUN wget http://example.com/$VERSION
        ONBUILD CMD ["from", "trigger"]
        RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/yes
        RUN --mount=type=cache,target=/var/cache/apt apt-get update && sudo apt-get install curl wget
        FROM base AS build
        COPY . /src
        COPY --chown=$A id_rsa archive.tar.gz /tmp/
        RUN curl http://example.com/$B | sh -c 'tar xf "/tmp/archive.tar.gz" && wget -q $URL'
        RUN <<EOF
        pip install package
        cd /src && make ${UNKNOWN:-all}
        EOF
        ENTRYPOINT ["gosu", "app", "server"]
        ENTRYPOINT exec server
        from build
        COPY --from=build /src/$A /app
        RUN --mount=from=base,target=/base pip install other && apt-get install -y more
        HEALTHCHECK CMD curl -f http://localhost || exit 1
        CMD server --verbose
        """;

    [Test]
    public void Gives_all_threads_the_same_objects()
    {
        for (int round = 0; round < Rounds; round++)
        {
            DockerfileModel model = CreateModel();

            IReadOnlyList<object>[] found = AskAtOnce(i => FindObjects(model, i));

            found[0].Count.Should().BeGreaterThan(80);
            foreach (IReadOnlyList<object> other in found)
            {
                other.Should().Equal(found[0], ReferenceEquals);
            }
        }
    }

    [Test]
    public void Gives_all_threads_the_answers_that_one_gets()
    {
        string[] expected = [.. Describe(CreateModel())];

        for (int round = 0; round < Rounds; round++)
        {
            DockerfileModel model = CreateModel();

            IReadOnlyList<string>[] answers = AskAtOnce(_ => (string[])[.. Describe(model)]);

            foreach (IReadOnlyList<string> each in answers)
            {
                each.Should().Equal(expected);
            }
        }
    }

    [TestCase("all")]
    [TestCase("hadolint")]
    public void Gives_the_rules_of_all_threads_what_one_finds(string preset)
    {
        RuleSet rules = Preset.Load(preset);
        string[] expected = Lint(CreateModel(), rules);

        for (int round = 0; round < Rounds / 10; round++)
        {
            DockerfileModel model = CreateModel();

            string[][] findings = AskAtOnce(_ => Lint(model, rules));

            foreach (string[] each in findings)
            {
                each.Should().Equal(expected);
            }
        }

        expected.Should().HaveCountGreaterThan(10);
    }

    [Test]
    public void Gives_the_same_answers_however_often_it_is_asked()
    {
        string text = $"FROM scratch\nENV A={new string('a', 60_000)}\nWORKDIR $A\n";
        Stage stage = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text)).FinalStage!;
        WordSyntax path = stage.Instructions.OfType<WorkdirInstructionSyntax>().Single().Path!;
        Fact<string> expected = stage.Expand(path);

        Enumerable.Range(0, 1000).Select(_ => stage.Expand(path)).Should().AllBeEquivalentTo(expected);
        expected.ValueOr("").Should().HaveLength(60_000);
    }

    [Test]
    public void Knows_no_instructions_of_other_trees()
    {
        Action ask = () => CreateModel().GetScript(CreateModel().Stages[0].Instructions.First(IsRun));

        ask.Should().Throw<ArgumentException>();

        static bool IsRun(InstructionSyntax instruction) => instruction.Kind == InstructionKind.Run;
    }

    private static DockerfileModel CreateModel() =>
        DockerfileModel.Create(DockerfileSyntaxTree.Parse(Testing.Lint.CreateFile(Text)));

    /// <summary>The files that lie beside the Dockerfile.</summary>
    private static InMemoryFiles CreateFiles() =>
        new()
        {
            [".dockerignore"] = "node_modules\n*.md\n",
            [".git/HEAD"] = "",
            ["id_rsa"] = "",
        };

    private static T[] AskAtOnce<T>(Func<int, T> ask)
    {
        using var start = new Barrier(ThreadCount);
        return Threads.Run(
            ThreadCount,
            i =>
            {
                start.SignalAndWait();
                return ask(i);
            }
        );
    }

    /// <summary>What a model keeps: half of the threads ask in text order, the others from the end.</summary>
    private static List<object> FindObjects(DockerfileModel model, int thread)
    {
        var order = model.Tree.Root.DescendantNodesAndSelf().OfType<InstructionSyntax>().ToList();
        Stage[] stages = [.. model.Stages];
        if (thread % 2 == 1)
        {
            order.Reverse();
            Array.Reverse(stages);
        }

        var objects = new List<(int Position, object Value)>();
        foreach (InstructionSyntax instruction in order)
        {
            if (model.GetScript(instruction) is { } script)
            {
                int position = instruction.Span.Start;
                objects.Add((position, script));
                objects.AddRange(script.RunCommands.Select(command => (position, (object)command)));
                objects.AddRange(script.RunCommands.Select(command => (position, (object)command.Line)));
                objects.AddRange(script.Mounts.Select(mount => (position, (object)mount.Target)));
                objects.Add((position, script.Shell));
            }
        }

        foreach (Stage stage in stages)
        {
            int position = stage.From.Span.Start;
            objects.Add((position, stage.User));
            objects.Add((position, stage.Triggers));
            objects.Add((position, stage.Variables));
            objects.Add((position, stage.GetShell(stage.From)));
            objects.Add((position, model.BuildGraph.GetDependencies(stage)));
        }

        objects.Add((0, CopiedArchives.Of(model)));
        objects.Add((0, FinalImage.Of(model)));
        objects.Add((0, FirstDefinitions.Of(model)));
        objects.Add((0, FirstDownloads.Of(model)));
        objects.Add((0, KeywordCasing.Of(model)));
        objects.Add((0, Mentions.Of(model)));
        objects.Add((0, ReplacedInstructions.Of(model)));
        objects.Add((0, ShellPragmas.Of(model)));
        return [.. objects.OrderBy(each => each.Position).Select(each => each.Value)];
    }

    private static IEnumerable<string> Describe(DockerfileModel model)
    {
        foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
        {
            yield return $"{instruction.Kind} replaces {ReplacedInstructions.Of(model).FindReplacedBy(instruction)}";
            foreach (RunCommand command in model.GetScript(instruction)?.RunCommands ?? [])
            {
                yield return $"{command} {command.Subcommand} {command.Line.Options.Length} of "
                    + $"{command.Script.Shell.Kind}";
                yield return $"after yes: {Mentions.Of(model).ExistBefore(instruction, "Assume-Yes")}";
                yield return $"first: {FirstDownloads.Of(model).Find(command, "curl")?.Span}";
                yield return $"set: {FirstDefinitions.Of(model).IsSetBefore("B", instruction)}";
            }
        }

        foreach (Stage stage in model.Stages)
        {
            yield return $"{stage.BaseName} {stage.User.Value} in the image: {FinalImage.Of(model).HasLayersOf(stage)}";
            yield return $"{stage.Variables.LookUp("B", int.MaxValue)} {stage.Has(InstructionKind.Healthcheck)}";
            IEnumerable<int> needed = model.BuildGraph.GetDependencies(stage).Select(each => each.Index);
            yield return $"needs {string.Join(", ", needed)}";
            yield return $"{model.BuildGraph.IsBase(stage)} {model.BuildGraph.IsCopiedFrom(stage)}";
        }

        yield return $"{KeywordCasing.Of(model).IsLowerCase} {ShellPragmas.Of(model).All.Length}";
        foreach (var diagnostic in model.GetDiagnostics())
        {
            yield return diagnostic.ToString();
        }
    }

    private static string[] Lint(DockerfileModel model, RuleSet rules)
    {
        var sink = new DiagnosticSink(model.Tree.File, AnalysisBudget.Default.MaxFindings);
        var files = new ProjectReader(Project.Create(CreateFiles()), CancellationToken.None);
        new DockerfileRuleRunner(rules, new DockerfileConsumers(new LintOptions())).Run(model, files, sink);
        sink.Notifications.Should().BeEmpty();
        return [.. sink.Diagnostics.Select(finding => $"{finding} {finding.Tier}")];
    }
}
